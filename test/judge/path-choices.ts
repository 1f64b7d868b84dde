import type { Value } from "../../src/execution/value.ts";
import { equal } from "./evaluate.ts";
import type { Path, PathEvent } from "./path.ts";

/**
 * Every choice of one path for each thread in which each read has a write of its cell and value to read
 * from. `initial` are the initial writes. Partial choices are dropped as soon as a read has no write
 * among those chosen and all that the remaining threads could make.
 */
export function* pathChoices(
	initial: readonly PathEvent[],
	paths: readonly (readonly Path[])[],
): Generator<readonly Path[]> {
	const known = paths.map((ofThread) =>
		ofThread.map((path) => ({ path, reads: contents(path.events, "R"), writes: contents(path.events, "W") })),
	);
	const later = known.map(
		(_, thread) => new Set(known.slice(thread + 1).flatMap((of) => of.flatMap(({ writes }) => [...writes]))),
	);
	yield* choose([], new Set(), contents(initial, "W"));

	function* choose(
		chosen: readonly Path[],
		reads: ReadonlySet<string>,
		writes: ReadonlySet<string>,
	): Generator<readonly Path[]> {
		const thread = chosen.length;
		if (thread === paths.length) {
			yield chosen;
			return;
		}
		for (const next of known[thread]) {
			const allReads = new Set([...reads, ...next.reads]);
			const allWrites = new Set([...writes, ...next.writes]);
			if ([...allReads].every((read) => allWrites.has(read) || later[thread].has(read)))
				yield* choose([...chosen, next.path], allReads, allWrites);
		}
	}
}

/** Whether a read can read from a write by their cells and values. */
export function matches(read: PathEvent, write: PathEvent): boolean {
	if (read.cell !== write.cell) return false;
	return read.value !== undefined && write.value !== undefined && equal(read.value, write.value);
}

/** The cells and values that a path's reads read or its writes write, as texts. */
function contents(events: readonly PathEvent[], kind: "R" | "W"): ReadonlySet<string> {
	const print = (value: Value | undefined): string =>
		typeof value === "object" ? `${value.object}+${value.offset}` : String(value);
	return new Set(
		events.filter((event) => event.kind === kind).map(({ cell, value }) => `${cell}=${print(value)}`),
	);
}
