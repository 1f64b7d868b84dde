import type { SourceFile, Span } from "../source/span.ts";
import type { Declaration } from "./declaration.ts";

/**
 * Declarations of an earlier text of a file at their places in a later one, for as long as that cannot be read: what
 * stands before and behind the changed part keeps its distance from the text's ends. A scope that reaches into it is
 * clipped; a declaration whose name no longer stands where it should is left out. Linear in the texts and the
 * declarations.
 */
export function carryOver(
	declarations: readonly Declaration[],
	earlier: string,
	later: SourceFile,
): readonly Declaration[] {
	const { path, text } = later;
	if (earlier === text) return declarations;
	const most = Math.min(earlier.length, text.length);
	let before = 0;
	while (before < most && earlier[before] === text[before]) before++;
	let behind = 0;
	while (behind < most - before && earlier.at(-1 - behind) === text.at(-1 - behind)) behind++;
	const move = (offset: number): number => {
		if (offset <= before) return offset;
		if (offset >= earlier.length - behind) return offset + text.length - earlier.length;
		return Math.min(offset, text.length - behind);
	};
	const moved = (span: Span): Span => {
		if (span.file.path !== path) return span;
		const start = move(span.start);
		return { file: later, start, end: Math.max(start, move(span.end)) };
	};
	const wordOf = ({ file, start, end }: Span): string => file.text.slice(start, end);
	return declarations.flatMap((declaration) => {
		const span = moved(declaration.span);
		if (wordOf(span) !== wordOf(declaration.span)) return [];
		const scope = declaration.scope && { scope: moved(declaration.scope) };
		const hiddenIn = declaration.hiddenIn && { hiddenIn: moved(declaration.hiddenIn) };
		return [{ ...declaration, span, whole: moved(declaration.whole), ...scope, ...hiddenIn }];
	});
}
