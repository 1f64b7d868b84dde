import type { Diagnostic } from "./diagnostic.ts";
import { count, didYouMean, error, placeInWords as place, warning } from "./litmus-wording.ts";
import type { Span } from "./span.ts";

// What is wrong with files of macros, with calls of macros, and with intrinsics.

/** What is added to a complaint about what a macro has made; `definition` is the macro's name where it is defined. */
export function madeByMacro(name: string, definition: Span): string {
	return `\`${name}\` is a macro of ${place(definition)}`;
}

/** Two complaints' hints as one. */
export function bothHints(first: string, second: string): string {
	return `${first}; ${second}`;
}

/** A call of something that the file of macros does not define. */
export function unknownMacro(name: string, nearest: readonly string[], path: string, span: Span): Diagnostic {
	const hint = didYouMean(nearest) ?? `only what ${path} defines can be called`;
	return error("unknown-macro", `there is no macro \`${name}\` in ${path}`, span, hint);
}

/** A name that begins like an intrinsic's and is none. */
export function unknownIntrinsic(name: string, nearest: readonly string[], span: Span): Diagnostic {
	const hint = didYouMean(nearest) ?? "names that begin with `__` are those of intrinsics";
	return error("unknown-intrinsic", `there is no intrinsic \`${name}\``, span, hint);
}

/** An intrinsic without its tags, or with too many; `most` is how many it can have. */
export function intrinsicTags(name: string, most: number, span: Span): Diagnostic {
	if (most === 0) return error("intrinsic-tags", `\`${name}\` takes no tags`, span, "leave the braces out");
	const hint = "the tags stand in braces after the name: `__load{ONCE}(*x)`";
	const number = most === 2 ? "one tag, or one for its read and one for its write" : "a tag";
	return error("intrinsic-tags", `\`${name}\` takes ${number}`, span, hint);
}

/** An intrinsic lacks the operator among its operands, or has one that it cannot have. */
export function intrinsicOperator(name: string, wanted: boolean, span: Span): Diagnostic {
	const message = wanted
		? `\`${name}\` takes an operator between its two operands`
		: `\`${name}\` takes no operator among its operands`;
	return error("intrinsic-operator", message, span, wanted ? `\`${name}{...}(x, +, 1)\`` : undefined);
}

/** A tag that the model declares for no such instruction. */
export function undeclaredTag(
	tag: string,
	intrinsic: string,
	nearest: readonly string[],
	span: Span,
): Diagnostic {
	const hint = didYouMean(nearest) ?? "the model's `instructions` lines list the tags that there are";
	return error("undeclared-tag", `the model declares no tag \`${tag}\` for \`${intrinsic}\``, span, hint);
}

/** A tag that is the name of a set which events are in for what they are. */
export function reservedTag(tag: string, span: Span): Diagnostic {
	return error("reserved-tag", `\`${tag}\` cannot be a tag: it names events by what they do`, span);
}

/** A macro of statements, and not of expressions alone, where a value or an effect is wanted. */
export function statementMacro(name: string, span: Span): Diagnostic {
	return error(
		"statement-macro",
		`\`${name}\` stands for statements, and cannot be part of an expression`,
		span,
		"let the call stand as a statement of its own",
	);
}

/** The macros of a test, expanded, are more than can be worked on. */
export function hugeExpansion(limit: number, span: Span): Diagnostic {
	return error("huge-expansion", `the test has more than ${limit} parts once its macros are expanded`, span);
}

/** Where a macro should begin there is something else; `instead`, worded, is what there is. */
export function noMacroHead(instead: string, span: Span): Diagnostic {
	const hint = "a macro is defined as `NAME(X, Y) expression` or `NAME(X, Y) { statement; }`";
	return error("macro-syntax", `expected a macro's name with its parameters, not ${instead}`, span, hint);
}

/** A head without anything after it. */
export function noMacroBody(name: string, span: Span): Diagnostic {
	const hint = "a macro that does nothing has an empty block: `{ }`";
	return error("macro-syntax", `the macro \`${name}\` has no body`, span, hint);
}

/** A comment that is never closed. */
export function openMacroComment(span: Span): Diagnostic {
	return error("macro-syntax", "this comment is never closed", span);
}

/** A parameter named twice. */
export function duplicateMacroParameter(name: string, span: Span): Diagnostic {
	return error("duplicate-parameter", `there are two parameters \`${name}\``, span);
}

/** A macro that is defined again, and otherwise. */
export function duplicateMacro(name: string, first: Span, span: Span): Diagnostic {
	const hint = `the first one is in ${place(first)}; leave one of them out`;
	return error("duplicate-macro", `the macro \`${name}\` is defined twice, in two ways`, span, hint);
}

/** A macro with a name that is an intrinsic's, or could be. */
export function macroNamedLikeIntrinsic(name: string, span: Span): Diagnostic {
	return error(
		"macro-name",
		`\`${name}\` cannot be a macro's name`,
		span,
		"names that begin with `__` are those of intrinsics",
	);
}

/** Macros that call each other in a circle, in order, the first one again at the end. */
export function recursiveMacros(cycle: readonly string[], span: Span): Diagnostic {
	const [first, ...rest] = cycle.map((name) => `\`${name}\``);
	return error(
		"recursive-macro",
		`the macro ${first} calls itself${rest.length > 1 ? `: ${[first, ...rest].join(" -> ")}` : ""}`,
		span,
		"a macro is replaced by its body until none is left, which here never ends",
	);
}

/** A macro calls something that is not defined; only a test that uses it is affected. */
export function macroCallsUnknown(
	name: string,
	callee: string,
	nearest: readonly string[],
	span: Span,
): Diagnostic {
	const message = `the macro \`${name}\` calls \`${callee}\`, which is not defined`;
	return warning("unknown-macro", message, span, didYouMean(nearest));
}

/** The text of macros is longer than is read. */
export function hugeMacros(size: number, limit: number, span: Span): Diagnostic {
	const message = `the file has ${count(size, "character")}; a file of macros may have ${limit}`;
	return error("huge", message, span, "is this the right file?");
}
