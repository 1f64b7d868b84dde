/** A text without comments and with single spaces, and the way back to the original. */
export interface CondensedText {
	readonly text: string;
	/** The offset in the original of the character at `offset`; at the text's end, the original's end. */
	original(offset: number): number;
}

const gapOrString = /"[^"\n]*"|(?:[ \t\r\n]|\/\/[^\n]*)+|\(\*/g;
const bracket = /\(\*|\*\)/g;

/** The offset behind the comment that begins at `start`, or undefined if nothing closes it. */
function commentEnd(text: string, start: number): number | undefined {
	let depth = 0;
	bracket.lastIndex = start;
	for (let match = bracket.exec(text); match !== null; match = bracket.exec(text)) {
		depth += match[0] === "(*" ? 1 : -1;
		if (depth === 0) return bracket.lastIndex;
	}
	return undefined;
}

/**
 * Replaces comments and runs of white space by one space, or one line break if they span lines. The
 * grammar reads both alike, but takes some microseconds a character, and models are mostly comments.
 * An unclosed comment stays, for the parser to report.
 */
export function condense(text: string): CondensedText {
	const pieces: string[] = [];
	const condensedStarts: number[] = [];
	const originalStarts: number[] = [];
	let length = 0;
	const add = (piece: string, from: number): void => {
		if (piece === "") return;
		condensedStarts.push(length);
		originalStarts.push(from);
		pieces.push(piece);
		length += piece.length;
	};
	let copied = 0;
	for (let offset = 0; ; ) {
		gapOrString.lastIndex = offset;
		const match = gapOrString.exec(text);
		if (match === null) break;
		offset = gapOrString.lastIndex;
		if (match[0].startsWith('"') || match[0] === " " || match[0] === "\n") continue;
		const end = match[0] === "(*" ? commentEnd(text, match.index) : offset;
		if (end === undefined) break;
		add(text.slice(copied, match.index), copied);
		add(text.slice(match.index, end).includes("\n") ? "\n" : " ", match.index);
		copied = end;
		offset = end;
	}
	add(text.slice(copied), copied);
	return {
		text: pieces.join(""),
		original(offset) {
			if (offset >= length) return text.length;
			let low = 0;
			let high = condensedStarts.length;
			while (high - low > 1) {
				const middle = (low + high) >> 1;
				if (condensedStarts[middle] <= offset) low = middle;
				else high = middle;
			}
			return originalStarts[low] + offset - condensedStarts[low];
		},
	};
}
