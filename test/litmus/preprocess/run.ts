import { posix } from "node:path";
import { preprocess } from "../../../src/litmus/preprocess/preprocess.ts";
import type { ReadInclude, Surroundings } from "../../../src/litmus/preprocess/read-include.ts";
import { formatDiagnostic } from "../../../src/source/format-diagnostic.ts";
import type { SourceFile } from "../../../src/source/span.ts";

/** Made-up files by path; headers that come with the checker are below `shipped/`. */
export type Tree = Readonly<Record<string, string>>;

/** Finds files of a tree as the command line finds those of a file system. */
export function readerOf(tree: Tree): ReadInclude {
	return (name, from) => {
		const path = from === undefined ? `shipped/${name}` : posix.join(posix.dirname(from), name);
		return Object.hasOwn(tree, path) ? { path, text: tree[path] } : undefined;
	};
}

function given(parameters: Record<string, number>): ReadonlyMap<string, bigint> {
	return new Map(Object.entries(parameters).map(([name, value]) => [name, BigInt(value)]));
}

/** What a text becomes; the text `main` lies beside the files of the tree. Throws what is wrong with it. */
export function made(main: string, tree: Tree = {}, parameters: Record<string, number> = {}): SourceFile {
	const surroundings: Surroundings = {
		readInclude: readerOf(tree),
		parameters: given(parameters),
	};
	const result = preprocess({ path: "main", text: main }, surroundings);
	if (!result.ok) throw new Error(result.diagnostics.map(formatDiagnostic).join("\n"));
	return result.value.file;
}

/** The words of what a text becomes, one space between. */
export function words(main: string, tree: Tree = {}, parameters: Record<string, number> = {}): string {
	return made(main, tree, parameters).text.replace(/\s+/g, " ").trim();
}

/** What is said about a text, each as its first line and its hint. */
export function complaints(
	main: string,
	tree: Tree = {},
	parameters: Record<string, number> = {},
): readonly string[] {
	const surroundings = { readInclude: readerOf(tree), parameters: given(parameters) };
	const result = preprocess({ path: "main", text: main }, surroundings);
	return (result.ok ? result.warnings : result.diagnostics).map(
		(one) => formatDiagnostic(one).split("\n")[0],
	);
}
