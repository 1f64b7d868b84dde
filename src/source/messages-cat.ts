import type { Diagnostic } from "./diagnostic.ts";
import type { Span } from "./span.ts";

/** What a name or an expression stands for, as messages about models call it. */
export type Noun = "set" | "relation" | "function" | "tag" | "tuple" | "procedure";

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

/** A tag, a tuple or a set of such stands where a set of events or a relation is needed. */
export function wrongKind(kind: "tag" | "tuple" | "elements", by: string, span: Span): Diagnostic {
	const found = kind === "elements" ? "a set of tags or of sets" : `a ${kind}`;
	return error(
		"kind",
		`${by} needs a set of events or a relation, but this is ${found}`,
		span,
		kind === "tuple" ? undefined : "Write `tag2events(t)` for the events that carry a tag t.",
	);
}

/** While a model is interpreted, a value is not what its place needs. */
export function wrongKindAtRun(
	needed: "set" | "relation" | "function" | "procedure",
	span: Span,
): Diagnostic {
	return error("kind", `this is not the ${needed} that its place needs`, span);
}

/** Interpreting the model on one execution takes more than `limit` steps. */
export function interpretationTooLong(limit: number, span: Span): Diagnostic {
	return error(
		"too-long",
		`interpreting the model on one execution takes more than ${limit} steps`,
		span,
		"Look for a choice among too many orders or products, or for a function that calls itself twice.",
	);
}

/** A recursion that does not settle on an execution. */
export function unsettled(name: string, span: Span): Diagnostic {
	return error("unsettled", `the recursive definition of \`${name}\` does not come to an end`, span);
}

/** `{...}` or `++` puts elements of different kinds into one set. */
export function mixedElements(span: Span): Diagnostic {
	return error("mixed-elements", "the elements of one set must be of one kind", span);
}

/** `++` adds a set of events or a relation to one, as if it were an element of it. */
export function elementAsSet(span: Span): Diagnostic {
	return error(
		"element-as-set",
		"`++` adds an element to a set, but this adds a whole set or relation to another one",
		span,
		"Write `|` for their union, or `++ {}` for the set that has this one as its element.",
	);
}

/** No clause of a `match` fits. */
export function noMatch(subject: string, span: Span): Diagnostic {
	return error("no-match", `no clause here takes ${subject}`, span, "Add a clause for it, or `|| _ -> ...`.");
}

/** A pattern of several names meets something else than a tuple of as many parts. */
export function wrongTuple(wanted: number, span: Span): Diagnostic {
	return error("tuple", `this pattern wants a tuple of ${wanted} parts`, span);
}

/** A function is applied to more or fewer arguments than it has parameters. */
export function wrongArgumentCount(wanted: number, given: number, span: Span): Diagnostic {
	return error(
		"argument-count",
		`this function takes ${count(wanted, "argument")} and is given ${count(given, "argument")}`,
		span,
	);
}

/** `call` names something else than a procedure. */
export function notAProcedure(name: string, span: Span): Diagnostic {
	return error(
		"not-a-procedure",
		`\`${name}\` is no procedure`,
		span,
		"Functions are applied: `f(x)`, without `call`.",
	);
}

/** `instructions` or `default` names a kind of instruction that there is not. */
export function unknownInstruction(name: string, span: Span): Diagnostic {
	return error(
		"instruction",
		`\`${name}\` is no kind of instruction`,
		span,
		"There are R, W, RMW, F and SRCU.",
	);
}

/** A tag that no `enum` declares, or, without one, an expression that is no set of tags. */
export function undeclaredTag(tag: string | undefined, span: Span): Diagnostic {
	return tag === undefined
		? error("tags", "this must be a set of tags", span, "Write `{'a, 'b}`, or the name of an `enum`.")
		: error("tags", `no \`enum\` above declares the tag \`'${tag}\``, span);
}

/** Two parameters or two members of one group share a name. */
export function duplicateName(name: string, span: Span): Diagnostic {
	return error("duplicate-name", `\`${name}\` is defined twice here`, span, "Rename one of the two.");
}

/** `let rec` defines a function. */
export function recursiveFunction(name: string, span: Span): Diagnostic {
	return error(
		"recursive-function",
		`the function \`${name}\` cannot be defined together with sets or relations in one \`let rec\``,
		span,
		"Define the functions in a `let rec` of their own.",
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
