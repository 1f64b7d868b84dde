import type { Value } from "../../src/execution/value.ts";
import type { Candidate } from "./candidate.ts";
import { equal, type Result } from "./evaluate.ts";
import type { LocalValue } from "./local-value.ts";
import type { Matrix } from "./matrix.ts";

/** Integers that an unknown read is tried with beside its cell's own values. */
const SAMPLES: readonly bigint[] = [0n, 1n, 2n, 3n, -1n, 12345n];

/**
 * Whether rf and the computations on the chosen paths give every read its value, starting from
 * constants. Branches and addresses are taken as the paths have them, so an execution whose branches
 * justify each other is determined; one whose values only go round through stores is not.
 *
 * A computation that waits for unknown reads counts as known when it gives one result whatever they
 * are, which is tried on samples: `r ^ r` and `r & 0` are known.
 */
export function isDetermined(
	candidate: Candidate,
	rf: Matrix,
	domains: readonly (readonly Value[])[],
): boolean {
	const { events, starts } = candidate;
	const known = events.map((event) => event.kind === "F" || event.stored === undefined);
	for (const [index, event] of events.entries()) if (event.kind === "R") known[index] = false;
	for (let changed = true; changed; ) {
		changed = false;
		for (const [index, event] of events.entries()) {
			if (known[index]) continue;
			known[index] =
				event.kind === "R"
					? events.some((_, write) => rf.has(write, index) && known[write])
					: isKnown(event.stored, starts[event.thread]);
			changed ||= known[index];
		}
	}
	return known.every((isIt) => isIt);

	function isKnown(stored: LocalValue | undefined, start: number): boolean {
		if (stored === undefined) return true;
		const unknown = [...stored.reads].filter((read) => !known[start + read]);
		const results = assignments(unknown).map((chosen) =>
			stored.compute((read) => chosen.get(read) ?? events[start + read].value),
		);
		return results.every((result) => same(result, stored.value));

		function assignments(reads: readonly number[]): readonly ReadonlyMap<number, Value>[] {
			if (reads.length === 0) return [new Map()];
			const [first, ...rest] = reads;
			const values = samples(domains[events[start + first].cell]);
			return assignments(rest).flatMap((map) => values.map((value) => new Map(map).set(first, value)));
		}
	}
}

function samples(domain: readonly Value[]): readonly Value[] {
	return domain.some((value) => typeof value === "object") ? [0n, ...domain] : [...SAMPLES, ...domain];
}

function same(left: Result, right: Value): boolean {
	return left !== undefined && equal(left, right);
}
