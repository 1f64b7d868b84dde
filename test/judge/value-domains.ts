import type { Program } from "../../src/execution/program.ts";
import type { Value } from "../../src/execution/value.ts";
import { equal } from "./evaluate.ts";
import type { Path } from "./path.ts";
import { threadPaths } from "./thread-paths.ts";

/** Paths of all threads after which a test is taken to be too big to judge. */
const MOST_PATHS = 60_000;

/** For each thread its paths, and for each cell the values that reads on them read. */
export interface Enumeration {
	readonly paths: readonly (readonly Path[])[];
	readonly domains: readonly (readonly Value[])[];
}

type Domains = Enumeration["domains"];

/**
 * All paths of all threads over the values that can come to be. Returns undefined for a test that is
 * too big.
 *
 * A cell's values are at most its initial one and whatever some way through the code stores to it,
 * closed up by iteration. Here branches go both ways: two branches may justify each other, each with a
 * store that the other waits for. A determined value is computed from constants through a chain of
 * stores without repetition, so as many rounds as there are stores on the longest paths find all such
 * values, even where the closure is infinite.
 *
 * Then branches go by value, and values that no path stores any more are taken away again, until what
 * is left justifies itself.
 */
export function enumeratePaths(program: Program, unroll: number): Enumeration | undefined {
	let domains: Domains = program.cells.map((cell) => [cell.initial]);
	for (let round = 0; ; round++) {
		const paths = pathsOf(program, "both ways", domains, unroll);
		if (paths === undefined) return undefined;
		const next = storedValues(domains, paths.flat());
		const closed = next.every((values, cell) => values.length === domains[cell].length);
		domains = next;
		if (closed || round > longestStores(paths)) break;
	}
	for (;;) {
		const paths = pathsOf(program, "by value", domains, unroll);
		if (paths === undefined) return undefined;
		const initial = program.cells.map((cell) => [cell.initial]);
		const stored = storedValues(initial, paths.flat());
		const next = domains.map((values, cell) =>
			values.filter((value) => stored[cell].some((other) => equal(value, other))),
		);
		if (next.every((values, cell) => values.length === domains[cell].length)) return { paths, domains };
		domains = next;
	}
}

function pathsOf(
	program: Program,
	branching: "by value" | "both ways",
	domains: Domains,
	unroll: number,
): Enumeration["paths"] | undefined {
	const paths: (readonly Path[])[] = [];
	let left = MOST_PATHS;
	for (const { index } of program.threads) {
		const found = threadPaths(program, index, branching, domains, unroll, left);
		if (found === undefined) return undefined;
		left -= found.length;
		paths.push(found);
	}
	return paths;
}

/** The given values of each cell and those that paths store to it. */
function storedValues(known: Domains, paths: readonly Path[]): Domains {
	const grown = known.map((values) => [...values]);
	for (const { events } of paths)
		for (const { kind, cell, value } of events) {
			if (kind !== "W" || value === undefined) continue;
			if (!grown[cell].some((other) => equal(other, value))) grown[cell].push(value);
		}
	return grown;
}

/** The greatest number of stores that an execution can have. */
function longestStores(paths: readonly (readonly Path[])[]): number {
	const stores = (path: Path): number => path.events.filter((event) => event.kind === "W").length;
	return paths.reduce((sum, ofThread) => sum + Math.max(0, ...ofThread.map(stores)), 0);
}
