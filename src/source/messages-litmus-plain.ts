import type { Diagnostic } from "./diagnostic.ts";
import { error } from "./litmus-wording.ts";
import type { Span } from "./span.ts";

// Why a test cannot be written down without loops, functions and computed addresses.

const WORDS: Readonly<Record<"choose" | "assume" | "assert" | "cut", readonly [what: string, hint: string]>> =
	{
		choose: ["a choice", "write a test for each of its values"],
		assume: ["an assumption", "ask for it in a `filter`"],
		assert: ["an assertion", "store its condition in a register, and ask for that in `exists`"],
		cut: ["recursion without a known end", "give it an argument that counts down from a constant"],
	};

/** Something that plain litmus tests have no word for. */
export function plainWithout(kind: keyof typeof WORDS, span: Span): Diagnostic {
	const [what, hint] = WORDS[kind];
	return error("not-plain", `a plain litmus test has nothing for ${what}`, span, hint);
}

/** A loop that ends, or a branch that leads back, by what is read. */
export function plainLoop(span: Span): Diagnostic {
	const hint = "loops are written out where their conditions are known; let a constant count the iterations";
	return error("not-plain", "how often this loop goes round depends on what is read", span, hint);
}

/** A body that would be very long without its loops and functions. */
export function plainTooLong(limit: number, span: Span): Diagnostic {
	return error(
		"not-plain",
		`written out, this process has more than ${limit} statements`,
		span,
		"make its loops shorter, or its parameters smaller",
	);
}

/** An address that is neither a variable, nor a pointer's value, nor one of an array's elements. */
export function plainAddress(span: Span): Diagnostic {
	return error(
		"not-plain",
		"which locations this may access is not known",
		span,
		"a pointer may be read and followed, and one array or structure indexed; not both in one address",
	);
}

/** An operation that plain tests have not. */
export function plainOperation(what: string, span: Span): Diagnostic {
	return error("not-plain", `a plain litmus test has nothing for ${what}`, span, "compute it in another way");
}

/** A primitive of strength or shape that has no name. */
export function plainPrimitive(span: Span): Diagnostic {
	return error("not-plain", "no primitive of plain litmus tests does what this does", span);
}

/** A question that only this checker understands. */
export function plainQuestion(what: string, span: Span): Diagnostic {
	return error(
		"not-plain",
		`a plain litmus test cannot ask about ${what}`,
		span,
		"ask by `exists` about values of registers and variables",
	);
}
