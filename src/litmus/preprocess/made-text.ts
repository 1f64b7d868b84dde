import type { OriginPiece, SourceFile } from "../../source/span.ts";
import type { Token } from "./token.ts";
import { runTogether } from "./tokenize.ts";

/** UTF-16 units of the longest text that a test may become. */
export const MADE_LIMIT = 1_000_000;

/** Builds the text that a test becomes, with where each part of it comes from. */
export class MadeText {
	readonly #parts: string[] = [];
	readonly #pieces: OriginPiece[] = [];
	#length = 0;
	#last: Token | undefined;

	/** UTF-16 units so far. */
	get length(): number {
		return this.#length;
	}

	/**
	 * Adds a token; a space goes before it where the two would otherwise be read as something else. Of comments only
	 * what may promise a result stays: what is included has many, and the parser takes its time over them.
	 */
	add(given: Token): void {
		const isNote = given.kind === "comment" && !given.text.includes("Result:");
		const token: Token = isNote ? { ...given, kind: "space", text: " " } : given;
		const last = this.#last;
		if (last !== undefined && needsSpace(last, token))
			this.#append({ ...token, text: " ", end: token.start });
		this.#append(token);
		this.#last = token;
	}

	#append({ text, file, start, end, macro }: Token): void {
		if (text === "") return;
		const isWritten = end - start === text.length && file.text.startsWith(text, start);
		const isInUse =
			macro === undefined || (macro.span.file === file && macro.span.start <= start && end <= macro.span.end);
		const isCopy = isWritten && isInUse;
		const place = isInUse || macro === undefined ? { file, start, end } : macro.span;
		const last = this.#pieces.at(-1);
		const goesOn =
			last !== undefined &&
			last.isCopy === isCopy &&
			last.macro === macro &&
			last.from.file === place.file &&
			(isCopy
				? last.from.end === place.start
				: last.from.start === place.start && last.from.end === place.end);
		if (goesOn) {
			this.#pieces[this.#pieces.length - 1] = { ...last, from: { ...last.from, end: place.end } };
		} else {
			this.#pieces.push({ start: this.#length, from: place, isCopy, ...(macro !== undefined && { macro }) });
		}
		this.#parts.push(text);
		this.#length += text.length;
	}

	/** The text so far, under the path of the file that it was made from. */
	file(path: string): SourceFile {
		return { path, text: this.#parts.join(""), origin: this.#pieces };
	}
}

function needsSpace(last: Token, token: Token): boolean {
	if (last.kind === "space" || last.kind === "break" || token.kind === "space" || token.kind === "break")
		return false;
	// A parenthesis and a star might begin a comment with what now follows.
	if (last.text === "(" && token.text.startsWith("*")) return true;
	if (last.kind === "comment" || token.kind === "comment") return false;
	const areNeighbours = last.file === token.file && last.end === token.start && last.macro === token.macro;
	return !areNeighbours && runTogether(last.text, token.text);
}
