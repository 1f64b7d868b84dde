import { check } from "../../src/checker/check.ts";
import type { Execution } from "../../src/execution/execution.ts";
import type { RingFrame } from "../../src/execution/story/ring-frame.ts";
import type { Configuration } from "../../src/ringbuf-model/configuration.ts";
import { loadRing, type Ring } from "../../src/ringbuf-model/load-ring.ts";
import { ringFrames } from "../../src/ringbuf-model/ring-frames.ts";
import { shippedModel } from "../oracle/shipped-model.ts";
import { linearOrder } from "./linear-order.ts";

/** An execution of a ring, told. */
export interface Witnessed {
	readonly ring: Ring;
	readonly execution: Execution;
	readonly order: readonly number[];
	readonly frames: readonly RingFrame[];
}

/**
 * The first execution in which a property happens, or the one that comes after a number of others.
 * @throws Error if the configuration cannot be checked
 */
export function witnessOf(configuration: Configuration, property: string | number): Witnessed | undefined {
	let left = typeof property === "number" ? property : 0;
	const nth = { name: "nth", kind: "noted", happens: () => left-- === 0 } as const;
	const loaded =
		typeof property === "string"
			? loadRing({ ...configuration, properties: [property] })
			: loadRing({ ...configuration, properties: ["undefined"] }, [nth]);
	if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join("; "));
	const { program, unroll, facts } = loaded.value;
	// Properties that do not happen keep a search going: the one that is asked for is left.
	const asked = (program.properties ?? []).filter(({ name }) => name === property || name === "nth");
	const verdict = check({ ...program, properties: asked }, shippedModel("lkmm"), {
		unroll,
		stopWhenDecided: true,
	});
	const execution = verdict.properties.find(({ happens }) => happens)?.witness;
	if (execution === undefined) return undefined;
	const order = linearOrder(execution);
	return { ring: loaded.value, execution, order, frames: ringFrames(execution, order, facts) };
}
