import type { Diagnostic } from "./diagnostic.ts";
import type { Span } from "./span.ts";

/** What a name or an expression stands for, as messages about models call it. */
export type Noun = "set" | "relation" | "function";

function error(code: string, message: string, span: Span | undefined, hint?: string): Diagnostic {
	return {
		code: `cat-${code}`,
		severity: "error",
		message,
		...(span !== undefined && { span }),
		...(hint !== undefined && { hint }),
	};
}

function quoted(names: readonly string[]): string {
	return names.map((name) => `\`${name}\``).join(", ");
}

function count(number: number, noun: string): string {
	return number === 1 ? `one ${noun}` : `${number === 0 ? "no" : number} ${noun}s`;
}

/**
 * The text stops being a model here.
 *
 * @param expected what could stand here, already worded: `a name or "("`
 * @param found the token that stands there, or undefined at the end of the text
 */
export function syntaxError(expected: string, found: string | undefined, span: Span): Diagnostic {
	const instead = found === undefined ? "the text ends" : `\`${found}\` stands`;
	return error("syntax", `${instead} where the model's syntax wants ${expected}`, span);
}

/** A part of the cat language that has no meaning here. */
export function unsupportedConstruct(construct: string, span: Span): Diagnostic {
	return error(
		"unsupported",
		`\`${construct}\` is not supported in models`,
		span,
		"Models here are made of definitions, functions, recursive definitions, checks, flags and includes.",
	);
}

/** Brackets, comments or prefixes go too deep to be read. */
export function nestedTooDeep(limit: number, span: Span): Diagnostic {
	return error(
		"nesting",
		`the text nests more than ${limit} levels deep`,
		span,
		"Give inner expressions names of their own.",
	);
}

/** A name that nothing defines. `near` are similar names that exist, best first. */
export function undefinedName(name: string, near: readonly string[], span: Span): Diagnostic {
	return error(
		"undefined-name",
		`\`${name}\` is not defined`,
		span,
		near.length > 0
			? `Similar names are ${quoted(near)}.`
			: "Define it with `let` above this place, or include the file that does.",
	);
}

/** One sort stands where the other is needed, as in `S ; r` or `acyclic S`. */
export function wrongSort(needed: "set" | "relation", by: string, span: Span): Diagnostic {
	const found = needed === "set" ? "relation" : "set";
	return error(
		"sort",
		`${by} needs a ${needed}, but this is a ${found}`,
		span,
		needed === "relation"
			? "Write `[S]` for the identity relation on a set S."
			: "Write `domain(r)` or `range(r)` for the events at either end of a relation r.",
	);
}

/** Operands of one operator that are some sets, some relations. */
export function mixedSorts(operator: string, span: Span): Diagnostic {
	return error(
		"mixed-sorts",
		`${operator} needs operands that are all sets or all relations; this one is not what the first one is`,
		span,
		"Write `[S]` for the identity relation on a set S.",
	);
}

/** A set or relation is applied to arguments. */
export function notAFunction(noun: Noun, span: Span): Diagnostic {
	return error(
		"not-a-function",
		`this is a ${noun}, not a function, so it takes no arguments`,
		span,
		"If an operator is missing between the two, write it: `;` for a sequence, `|` for a union.",
	);
}

/** A function stands where a set or a relation is needed. */
export function functionAsValue(by: string, span: Span): Diagnostic {
	return error(
		"function-as-value",
		`${by} needs a set or a relation, but this is a function`,
		span,
		"Apply it to its arguments, as in `f(x)`.",
	);
}

/** A function is applied to more or fewer arguments than it has parameters. */
export function wrongArgumentCount(wanted: number, given: number, span: Span): Diagnostic {
	return error(
		"argument-count",
		`this function takes ${count(wanted, "argument")} and is given ${count(given, "argument")}`,
		span,
	);
}

/** Two parameters or two members of one group share a name. */
export function duplicateName(name: string, span: Span): Diagnostic {
	return error("duplicate-name", `\`${name}\` is defined twice here`, span, "Rename one of the two.");
}

/** `let rec` defines a function. */
export function recursiveFunction(name: string, span: Span): Diagnostic {
	return error(
		"recursive-function",
		`the function \`${name}\` cannot be recursive`,
		span,
		"Only sets and relations can be defined by recursion; define the function with `let`.",
	);
}

/** A recursive definition inside another one depends on the outer one's members. */
export function nestedRecursion(name: string, span: Span): Diagnostic {
	return error(
		"nested-recursion",
		`the recursive definition of \`${name}\` depends on the recursive definition around it`,
		span,
		"Join the two with `and` in one `let rec`.",
	);
}

/** `include` names a file that cannot be found. */
export function includeMissing(name: string, span: Span): Diagnostic {
	return error(
		"include-missing",
		`the included file \`${name}\` cannot be found`,
		span,
		"It is looked for beside the including file, then among the built-in models.",
	);
}

/** `include` names a file that is being read already. `chain` are the files, outermost first. */
export function includeCircular(chain: readonly string[], span: Span): Diagnostic {
	return error(
		"include-circular",
		`the file includes itself: ${chain.join(" includes ")}`,
		span,
		"Remove one of these includes.",
	);
}

/** Applying functions makes the model grow beyond `limit` operations. */
export function modelTooLarge(limit: number, span: Span): Diagnostic {
	return error(
		"too-large",
		`with its functions applied, the model has more than ${limit} operations`,
		span,
		"Look for functions that double their argument each time they are applied.",
	);
}

/** Functions apply functions too many levels deep. */
export function callsTooDeep(limit: number, span: Span): Diagnostic {
	return error(
		"calls",
		`functions apply each other more than ${limit} levels deep`,
		span,
		"Look for a function that is passed to itself.",
	);
}

/** A warning: the model forbids and flags nothing. */
export function noChecks(span: Span): Diagnostic {
	return {
		code: "cat-no-checks",
		severity: "warning",
		message: "the model checks nothing, so it allows every execution",
		span,
		hint: "Add a check such as `acyclic po | rf | co | fr as sc`.",
	};
}
