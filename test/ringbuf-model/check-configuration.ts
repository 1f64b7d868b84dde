import { check } from "../../src/checker/check.ts";
import type { Verdict } from "../../src/execution/verdict.ts";
import type { Configuration } from "../../src/ringbuf-model/configuration.ts";
import { loadRing } from "../../src/ringbuf-model/load-ring.ts";
import { shippedModel } from "../oracle/shipped-model.ts";

/** What was found about a ring. */
export interface Findings {
	readonly verdict: Verdict;
	/** For each property looked for, in words. */
	readonly found: ReadonlyMap<string, "never" | "possible" | "incomplete">;
}

/**
 * Checks a configuration until all of its properties are decided.
 * @throws Error if it cannot be checked
 */
export function findingsOf(configuration: Configuration, model = "lkmm"): Findings {
	const ring = loadRing(configuration);
	if (!ring.ok) throw new Error(ring.diagnostics.map(({ message }) => message).join("; "));
	const { program, unroll } = ring.value;
	const verdict = check(program, shippedModel(model), { unroll, stopWhenDecided: true });
	const missed = verdict.kind === "incomplete" ? "incomplete" : "never";
	const found = verdict.properties.map(
		({ name, happens }) => [name, happens ? ("possible" as const) : missed] as const,
	);
	return { verdict, found: new Map(found) };
}
