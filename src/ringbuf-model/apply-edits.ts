import type { SourceFile } from "../source/span.ts";
import type { Edit } from "./configuration.ts";

/**
 * Sources with some places of them changed.
 * @throws Error if what an edit replaces does not stand in its file exactly once: the edit is about other sources
 */
export function applyEdits(
	sources: ReadonlyMap<string, SourceFile>,
	edits: readonly Edit[],
): ReadonlyMap<string, SourceFile> {
	const edited = new Map(sources);
	for (const { file, from, to } of edits) {
		const source = edited.get(file);
		const parts = source?.text.split(from) ?? [];
		if (source === undefined || parts.length !== 2)
			throw new Error(`"${from}" stands ${Math.max(0, parts.length - 1)} times in ${file}`);
		edited.set(file, { path: source.path, text: parts.join(to) });
	}
	return edited;
}
