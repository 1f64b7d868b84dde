import { join, relative } from "node:path";
import type { Files } from "../files.ts";
import { selectTests } from "../select-tests.ts";

/** A test that at least one side has: its path there. */
export interface PairedPaths {
	/** Below the compared folder; the path itself for a file. */
	readonly name: string;
	readonly first?: string;
	readonly second?: string;
}

/** A place in some files: a test, or a folder of tests. */
export interface Place {
	readonly path: string;
	readonly files: Files;
}

/**
 * The tests of two places, those of one name below each in pairs, in the order of their names. A place that is a test is paired with the
 * other whatever its name.
 */
export function pairTests(first: Place, second: Place): PairedPaths[] {
	const isFolder = [first, second].some(({ path, files }) => files.kind(path) === "folder");
	if (!isFolder) {
		const has = ({ path, files }: Place): boolean => files.kind(path) !== "missing";
		return has(first) || has(second)
			? [
					{
						name: first.path,
						...(has(first) && { first: first.path }),
						...(has(second) && { second: second.path }),
					},
				]
			: [];
	}
	const [ones, others] = [first, second].map(testsBelow);
	const names = [...new Set([...ones, ...others])].sort();
	return names.map((name) => ({
		name,
		...(ones.has(name) && { first: join(first.path, name) }),
		...(others.has(name) && { second: join(second.path, name) }),
	}));
}

/** The tests below a folder; none for what is no folder, or has none. */
function testsBelow({ path, files }: Place): Set<string> {
	if (files.kind(path) !== "folder") return new Set();
	const selected = selectTests([path], files).filter((selection) => !("diagnostics" in selection));
	return new Set(selected.map((selection) => relative(path, selection.path)));
}
