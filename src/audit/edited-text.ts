import type { TextEdit } from "./site.ts";

/**
 * A text with some of its places changed.
 * @param edits of this text alone, in any order; of two that touch the same place the one that starts first is made
 */
export function editedText(text: string, edits: readonly TextEdit[]): string {
	const sorted = [...edits].sort(
		(one, other) => one.span.start - other.span.start || one.span.end - other.span.end,
	);
	let result = "";
	let at = 0;
	for (const { span, text: replacement } of sorted) {
		if (span.start < at) continue;
		result += text.slice(at, span.start) + replacement;
		at = span.end;
	}
	return result + text.slice(at);
}
