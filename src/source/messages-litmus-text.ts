import type { Diagnostic } from "./diagnostic.ts";
import { didYouMean, error, orList } from "./litmus-wording.ts";
import type { Span } from "./span.ts";

// What is wrong with the text of a litmus test as a text.

/** Hints that go with a syntax error. */
export const hints = {
	header: "a litmus test begins with the letter `C` and its name: `C my-test`",
	openComment: "this comment is never closed",
	missingBrace: "a `}` seems to be missing: a process's body is still open here",
	extraBrace: "this `}` closes nothing",
	connective: "in a condition, `and` is written `/\\` or `&&`, and `or` is written `\\/` or `||`",
	question: (near: readonly string[]) => didYouMean(near),
	returnType: "a process has no return type: it begins `P0(int *x)`",
	preprocessor: "a directive stands on a line of its own, which begins with `#`",
	initialState: "the initial state, `{ }` if all starts as 0, stands between the header and P0",
	parameter: "a parameter has a type and is a pointer: `int *x`, `struct foo *x`",
	lonelyElse: "there is no `if` that this `else` belongs to",
	endOfName: "a test's name has no white space; a description stands in quotation marks",
} as const;

/** The text is empty or white space. */
export function emptyTest(span: Span): Diagnostic {
	return error("empty", "the file is empty: there is no litmus test in it", span, hints.header);
}

/** The text holds a NUL character at `span`. */
export function binaryTest(span: Span): Diagnostic {
	return error("binary", "this is a binary file, not the text of a litmus test", span);
}

/** The text has more characters than are parsed. */
export function hugeTest(size: number, limit: number, span: Span): Diagnostic {
	if (span.file.origin !== undefined) {
		const made = `with its macros replaced the test has ${size} characters; it may have ${limit}`;
		return error("huge", made, span, "only what the test itself needs should be included");
	}
	const message = `the file has ${size} characters; a litmus test may have ${limit}`;
	return error("huge", message, span, "is this the right file?");
}

/** Brackets, operators or statements nest beyond what can be read. */
export function tooDeep(span: Span): Diagnostic {
	return error("too-deep", "the text nests too deeply", span, "split it into several statements");
}

/** A statement or declaration ends without its semicolon; `span` is the last character before. */
export function missingSemicolon(span: Span): Diagnostic {
	return error("syntax", "expected `;` after this", span, "a `;` seems to be missing at the end of the line");
}

/** The grammar wants something else here; `instead`, worded, is what it finds. */
export function unexpected(
	instead: string,
	expected: readonly string[],
	span: Span,
	hint: string | undefined,
): Diagnostic {
	const shown = [...expected].sort();
	const listed = shown.length > 6 ? `${shown.slice(0, 6).join(", ")}, ...` : orList(shown);
	return error(
		"syntax",
		shown.length === 0 ? `unexpected ${instead}` : `expected ${listed}, not ${instead}`,
		span,
		hint,
	);
}

/** The word after `Result:` is none that a test can have. */
export function wrongResult(word: string, known: readonly string[], span: Span): Diagnostic {
	return error(
		"result",
		word === "" ? "a result is missing here" : `\`${word}\` is no result of a test`,
		span,
		`a \`Result:\` comment says ${orList(known)}`,
	);
}

/** The second word after `Result:` means a data race but is not written as it must be. */
export function wrongRaceWord(word: string, span: Span): Diagnostic {
	return error("result", `\`${word}\` must be written \`DATARACE\``, span);
}
