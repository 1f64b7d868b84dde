import type { Node } from "ohm-js";
import type { SourceFile, Span } from "../source/span.ts";

/** The text that a node of the match stands for. */
export function spanOf(node: Node, file: SourceFile): Span {
	return { file, start: node.source.startIdx, end: node.source.endIdx };
}

/**
 * The text of a node as the file has it: what was parsed may have the names of types marked, and
 * is otherwise the same.
 */
export function textOf(node: Node, file: SourceFile): string {
	return file.text.slice(node.source.startIdx, node.source.endIdx);
}

/** From the start of one span to the end of another of the same file. */
export function joinSpans(first: Span, last: Span): Span {
	return { file: first.file, start: first.start, end: last.end };
}
