import type { Model } from "../../src/cat/model.ts";
import { startCheck } from "../../src/checker/start-check.ts";
import type { Configuration } from "../../src/ringbuf-model/configuration.ts";
import { loadRing } from "../../src/ringbuf-model/load-ring.ts";

/** How long to search, in seconds. */
export interface Bounds {
	/** For each search. */
	readonly timeout: number;
	/** After which one is ended that has found something. */
	readonly enough: number;
}

/** Milliseconds of searching at a time. */
const SLICE = 1000;

/** What a search over the executions of a workload has seen. */
export interface Seen {
	/** Names of the properties that happen, but for those that are usual. */
	readonly unusual: readonly string[];
	/** Executions that were looked at, one for all that are the same up to renaming producers. */
	readonly executions: number;
	/** Whether these were all. */
	readonly isComplete: boolean;
}

/**
 * Looks at the executions of a configuration.
 * @param usual properties whose happening is nothing new
 * @throws Error if the configuration, or what an edit made of the sources, is no program
 */
export function checkWorkload(
	configuration: Configuration,
	model: Model,
	{ timeout, enough }: Bounds,
	usual: readonly string[] = [],
): Seen {
	const ring = loadRing(configuration);
	if (!ring.ok) throw new Error(ring.diagnostics.map(({ message }) => message).join("; "));
	const { program, unroll } = ring.value;
	const search = startCheck(program, model, { unroll, timeoutSeconds: timeout });
	const unusual = (): string[] =>
		search
			.verdict()
			.properties.flatMap(({ name, happens }) => (happens && !usual.includes(name) ? [name] : []));
	const until = performance.now() + enough * 1000;
	let hasEnded = false;
	while (!hasEnded && (performance.now() < until || unusual().length === 0)) hasEnded = search.advance(SLICE);
	const verdict = search.verdict();
	return {
		unusual: unusual(),
		executions: verdict.explored.executions,
		isComplete: hasEnded && verdict.kind !== "incomplete",
	};
}
