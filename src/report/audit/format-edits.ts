import type { Choice } from "../../audit/choice.ts";
import { editedText } from "../../audit/edited-text.ts";
import type { TextEdit } from "../../audit/site.ts";
import { lineColumn } from "../../source/line-column.ts";

/** What a choice changes, line by line: the place, what stands there, and what it becomes. Changes that no edit is known of are left out. */
export function formatEdits({ steps }: Choice): string {
	const edits = steps.flatMap(({ alternative }) => alternative.edits ?? []);
	return edits.flatMap(linesOf).join("\n");
}

function linesOf({ span, text }: TextEdit): string[] {
	const { file, start, end } = span;
	const from = file.text.lastIndexOf("\n", start - 1) + 1;
	const newline = file.text.indexOf("\n", Math.max(start, end - 1));
	const to = newline < 0 ? file.text.length : newline;
	const old = file.text.slice(from, to);
	const local = { span: { file, start: start - from, end: Math.min(end, to) - from }, text };
	const edited = editedText(old, [local]);
	const marked = (mark: string, part: string): string[] =>
		part.trim() === "" ? [] : part.split("\n").map((line) => `${mark}${line}`);
	return [
		`${file.path.replace(/^<(.*)>$/, "$1")}:${lineColumn(file, start).line}`,
		...marked("-", old),
		...marked("+", edited),
	];
}
