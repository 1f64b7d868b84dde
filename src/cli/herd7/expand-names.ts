import { dirname, isAbsolute, join } from "node:path";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { listCircular } from "../../source/messages-herd7.ts";
import type { Files } from "../files.ts";
import { readSource } from "../read-source.ts";
import { nonEmptyLines } from "./non-empty-lines.ts";

/** A test's path, or why there is none. */
export type NamedTest = { readonly path: string } | { readonly diagnostics: readonly Diagnostic[] };

/**
 * The tests that names stand for, in order. A name whose last part begins with `@` is a list: the file of
 * that name, else that without the `@`. It has a test or another list on each line, its folder being where
 * relative names start; `#` begins a comment.
 */
export function expandNames(names: readonly string[], files: Files): NamedTest[] {
	return names.flatMap((name) => expand(name, files, []));
}

function expand(name: string, files: Files, open: readonly string[]): NamedTest[] {
	if (!/(?:^|\/)@[^/]+$/.test(name)) return [{ path: name }];
	const bare = name.replace(/@([^/]+)$/, "$1");
	const path = files.kind(name) === "missing" && files.kind(bare) !== "missing" ? bare : name;
	if (open.includes(path)) return [{ diagnostics: [listCircular(path)] }];
	const list = readSource(path, "a list of tests", files);
	if (!list.ok) return [{ diagnostics: list.diagnostics }];
	return nonEmptyLines(list.value.text).flatMap((line) =>
		expand(isAbsolute(line) ? line : join(dirname(path), line), files, [...open, path]),
	);
}
