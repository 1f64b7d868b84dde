import type { MacroUse, OriginPiece, Span } from "./span.ts";

/** A span of a file that a person wrote, and the macro that made what stands there now. */
export interface OriginalSpan extends Span {
	readonly macro?: MacroUse;
}

/** The index of the last piece that starts at an offset or before it; pieces begin at 0. */
function pieceAt(pieces: readonly OriginPiece[], offset: number): number {
	let low = 0;
	let high = pieces.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if (pieces[middle].start <= offset) low = middle;
		else high = middle - 1;
	}
	return low;
}

/** What the characters from `start` to `end` of the made text, all of one piece, come from. */
function partOf(piece: OriginPiece, start: number, end: number): Span {
	if (!piece.isCopy) return piece.from;
	const shift = piece.from.start - piece.start;
	const clip = (offset: number): number =>
		Math.max(piece.from.start, Math.min(offset + shift, piece.from.end));
	return { file: piece.from.file, start: clip(start), end: clip(end) };
}

/** A piece as seen from outside the use of a macro: the arguments are a part of that. */
function outermost(piece: OriginPiece): OriginPiece {
	return piece.macro === undefined ? piece : { ...piece, from: piece.macro.span, isCopy: false };
}

/**
 * Where the text of a span was written: a file that was not made from others is its own origin. What a macro
 * made was written where the macro is used, its arguments where they stand there. Of a span with text of
 * several files, the beginning. Takes time only in proportion to the number of pieces that the span touches.
 */
export function originalSpan(span: Span): OriginalSpan {
	const pieces = span.file.origin;
	if (pieces === undefined || pieces.length === 0) return span;
	const first = pieceAt(pieces, span.start);
	let last = Math.max(first, pieceAt(pieces, Math.max(span.start, span.end - 1)));
	let touched = pieces.slice(first, last + 1);
	const { macro } = touched[0];
	// A part of one argument is shown by itself; what goes beyond is shown as the macro's use.
	const isInArgument = touched.every((piece) => piece.isCopy && piece.macro?.span === macro?.span);
	if (!isInArgument) touched = touched.map(outermost);
	last = touched.findLastIndex(({ from }) => from.file === touched[0].from.file);
	const startOf = (index: number): number => Math.max(span.start, touched[index].start);
	const endOf = (index: number): number => Math.min(span.end, touched[index + 1]?.start ?? span.end);
	const begin = partOf(touched[0], startOf(0), endOf(0));
	const end = partOf(touched[last], startOf(last), endOf(last));
	const isForward = end.file === begin.file && end.end >= begin.start;
	return { ...begin, end: isForward ? end.end : begin.end, ...(macro !== undefined && { macro }) };
}
