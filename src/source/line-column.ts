import type { SourceFile } from "./span.ts";

/** A place in a text as editors name it. */
export interface LineColumn {
	/** From 1. */
	readonly line: number;
	/** From 1, in UTF-16 units; a tab counts as one. */
	readonly column: number;
}

/**
 * The line and column of a UTF-16 offset. An offset outside the text is moved to its nearest end. Lines
 * end at a line feed. Costs a scan of the text before the offset.
 */
export function lineColumn(file: SourceFile, offset: number): LineColumn {
	const target = Math.max(0, Math.min(offset, file.text.length));
	let line = 1;
	let start = 0;
	for (;;) {
		const end = file.text.indexOf("\n", start);
		if (end === -1 || end >= target) return { line, column: target - start + 1 };
		line++;
		start = end + 1;
	}
}
