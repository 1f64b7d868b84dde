import type { MatchResult } from "ohm-js";
import type { Diagnostic } from "../source/diagnostic.ts";
import * as messages from "../source/messages-litmus.ts";
import type { SourceFile } from "../source/span.ts";

/** Where the last token before an offset ends: white space between is no part of a mistake. */
function endBefore(text: string, offset: number): number {
	return offset - (/\s*$/.exec(text.slice(Math.max(0, offset - 2000), offset))?.[0].length ?? 0);
}

/** The token at an offset, for the message and the carets; undefined at the end of the text. */
function tokenAt(text: string, offset: number): string | undefined {
	return /^(?:\w+|\\\/|\/\\|[-+*/%&|^<>=!]{1,3}|[^\s])/.exec(text.slice(offset, offset + 40))?.[0];
}

function bracesOpen(text: string): boolean {
	const plain = text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, "");
	return plain.split("{").length > plain.split("}").length;
}

/** A sentence on what is commonly wrong where `found` stands instead of something expected. */
function hintFor(file: SourceFile, offset: number, found: string | undefined): string | undefined {
	const { text } = file;
	const before = text.slice(0, offset);
	if (offset === 0 || before.trim() === "") return messages.hints.header;
	if (/(?:\/\*|\(\*)/.test(text.slice(offset, offset + 2))) return messages.hints.openComment;
	const inBody = bracesOpen(before);
	if (inBody && found === "{" && /\bP\d+\s*\([^()]*\)\s*$/.test(before.slice(-1000))) {
		return messages.hints.missingBrace;
	}
	if (found === undefined || (inBody && /^(?:P\d+|exists|forall|locations|filter)$/.test(found))) {
		return inBody ? messages.hints.missingBrace : undefined;
	}
	if (!inBody && (found === "&&" || found === "||")) return messages.hints.connective;
	if (!inBody && /^[<>]/.test(found)) return messages.hints.comparison;
	if (found === "}" && !inBody) return messages.hints.extraBrace;
	return undefined;
}

/** What Ohm's results offer beside what its type declarations tell. */
export interface FailureDetails {
	getRightmostFailurePosition(): number;
	/** Fluff is what Ohm itself thinks not worth telling. */
	getRightmostFailures(): readonly { isFluffy(): boolean; toString(): string }[];
}

/** Tokens that end or part something: where one of them can stand, it is what is most likely missing. */
const CLOSING: ReadonlySet<string> = new Set([";", ")", "]", "}", ":"]);

/**
 * What could stand at the failure, worded. An expression can go on in a dozen ways at its end; where it can
 * also be closed, those are left out.
 */
function expectedThere(failures: ReturnType<FailureDetails["getRightmostFailures"]>): readonly string[] {
	const all = new Set(failures.filter((one) => !one.isFluffy()).map((one) => one.toString()));
	const texts = [...all].map((text) => (text.startsWith('"') ? String(JSON.parse(text)) : text));
	const closing = texts.filter((text) => CLOSING.has(text));
	if (closing.length === 0)
		return [...all].map((text, index) => (text.startsWith('"') ? `\`${texts[index]}\`` : text));
	return closing.map((text) => `\`${text}\``);
}

/** What a failed match says about the text: where it stops making sense and what could stand there. */
export function parseFailure(match: MatchResult & FailureDetails, file: SourceFile): Diagnostic {
	const offset = match.getRightmostFailurePosition();
	const expected = expectedThere(match.getRightmostFailures());
	const found = tokenAt(file.text, offset);
	const end = endBefore(file.text, offset);
	if (expected.includes("`;`") && found !== undefined && file.text.slice(end, offset).includes("\n")) {
		return messages.missingSemicolon({ file, start: Math.max(0, end - 1), end });
	}
	const start = found === undefined ? Math.max(0, end - 1) : offset;
	const span = { file, start, end: found === undefined ? end : offset + found.length };
	return messages.unexpected(found, expected, span, hintFor(file, offset, found));
}
