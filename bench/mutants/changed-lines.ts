import { applyEdits } from "../../src/ringbuf-model/apply-edits.ts";
import type { Edit } from "../../src/ringbuf-model/configuration.ts";
import { SOURCES } from "../../src/ringbuf-model/sources.ts";

/** The lines of a source that an edit changes. */
export interface ChangedLines {
	readonly before: readonly string[];
	readonly after: readonly string[];
}

/**
 * What an edit changes, by whole lines.
 * @throws Error if what it replaces does not stand in its file exactly once
 */
export function changedLines(edit: Edit): ChangedLines {
	const linesOf = (sources: typeof SOURCES): string[] => (sources.get(edit.file)?.text ?? "").split("\n");
	const [before, after] = [linesOf(SOURCES), linesOf(applyEdits(SOURCES, [edit]))];
	let first = 0;
	while (first < Math.min(before.length, after.length) && before[first] === after[first]) first++;
	let last = 0;
	while (last < Math.min(before.length, after.length) - first && before.at(-1 - last) === after.at(-1 - last))
		last++;
	return {
		before: before.slice(first, before.length - last),
		after: after.slice(first, after.length - last),
	};
}
