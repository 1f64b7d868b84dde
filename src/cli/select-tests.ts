import { posix } from "node:path";
import type { Diagnostic } from "../source/diagnostic.ts";
import { folderWithoutTests } from "../source/messages.ts";
import type { Files } from "./files.ts";

/** A file to check, or a path on which there is none and why. */
export type Selection =
	| { readonly path: string }
	| { readonly path: string; readonly diagnostics: readonly Diagnostic[] };

const TEST_SUFFIX = ".litmus";

/** Emacs marks a file that is being edited by a link beside it that leads nowhere: `.#a.litmus`. */
const LOCK = ".#";

/**
 * The tests that paths stand for, in the order of the paths: a file for itself, a folder for all files
 * below it whose names end in `.litmus`, in the order of their paths' code units. A path met again is
 * left out. A folder that cannot be listed, or that holds no test, is selected as a problem; files are
 * not opened, and a link that leads nowhere is selected as a file is: who reads it finds nothing there.
 */
export function selectTests(paths: readonly string[], files: Files): Selection[] {
	const selected = new Map<string, Selection>();
	for (const path of paths) {
		const found = files.kind(path) === "folder" ? selectBelow(path, files) : [{ path }];
		for (const selection of found) {
			if (!selected.has(selection.path)) selected.set(selection.path, selection);
		}
	}
	return [...selected.values()];
}

function selectBelow(root: string, files: Files): Selection[] {
	const found: Selection[] = [];
	const folders = [root];
	for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
		const entries = files.list(folder);
		if (!entries.ok) {
			found.push({ path: folder, diagnostics: entries.diagnostics });
			continue;
		}
		for (const { name, kind } of entries.value) {
			const path = posix.join(folder, name);
			if (kind === "folder") folders.push(path);
			else if (name.endsWith(TEST_SUFFIX) && !(kind === "missing" && name.startsWith(LOCK)))
				found.push({ path });
		}
	}
	if (found.length === 0) return [{ path: root, diagnostics: [folderWithoutTests(root)] }];
	return found.sort((left, right) => (left.path < right.path ? -1 : 1));
}
