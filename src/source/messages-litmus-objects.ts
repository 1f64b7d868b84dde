import type { Diagnostic } from "./diagnostic.ts";
import { count, didYouMean, error } from "./litmus-wording.ts";
import type { Span } from "./span.ts";

// What is wrong with declarations of C: types, structures, arrays, objects and functions.

/** A name is declared twice at file scope, in ways that do not go together. */
export function duplicateDeclaration(name: string, span: Span): Diagnostic {
	return error("duplicate-declaration", `\`${name}\` is declared twice`, span);
}

/** A structure without members where its size matters, or void or a function where an object must be. */
export function incompleteType(name: string, span: Span): Diagnostic {
	const hint = name.includes(" ") ? `define it: \`${name} { ... };\`` : undefined;
	return error("incomplete-type", `the size of \`${name}\` is not known`, span, hint);
}

/** `__aligned` of something that is no alignment. */
export function badAlignment(span: Span): Diagnostic {
	return error("alignment", "an alignment is a power of two, at most 1048576", span);
}

/** An array of arrays lacks a size other than its outermost. */
export function arraySizeMissing(span: Span): Diagnostic {
	return error("array-size", "only an array's first size may be left out", span);
}

/** An array's size is negative or too big. */
export function badArrayLength(limit: bigint, span: Span): Diagnostic {
	return error("array-size", `an array has at most ${limit} elements, and no negative number of them`, span);
}

/** An object has more locations than can be kept. */
export function hugeObject(name: string, limit: number, span: Span): Diagnostic {
	const hint = "of memory that is accessed in words, say so: `char data[N] __words(u32)`";
	return error("huge-object", `\`${name}\` has more than ${count(limit, "location")}`, span, hint);
}

/** All variables together have more locations than can be kept. */
export function hugeMemory(name: string, limit: number, span: Span): Diagnostic {
	const hint =
		"each location is an event of every execution: arrays that are as small as they can be are checked faster, too";
	return error(
		"huge-memory",
		`with \`${name}\` the test has more than ${count(limit, "location")}`,
		span,
		hint,
	);
}

/** `__words` or `__mapped_twice` on something other than one array. */
export function unitWithoutArray(span: Span): Diagnostic {
	const hint = "they stand after an array: `char data[N] __words(u32) __mapped_twice`";
	return error("words", "`__words` and `__mapped_twice` belong to an array of one dimension", span, hint);
}

/** The units of `__words` do not fill the array. */
export function badUnit(span: Span): Diagnostic {
	const message =
		"`__words` takes an integer or pointer type, and a whole number of them must fill the array";
	return error("words", message, span);
}

/** Two members of a union, or of memory that is mapped twice, are parts of one another. */
export function overlap(name: string, first: string, second: string, span: Span): Diagnostic {
	const hint = "alternatives in a union have members of the same sizes at the same offsets";
	const message = `\`${name}${first}\` and \`${name}${second}\` overlap without being the same location`;
	return error("overlap", message, span, hint);
}

/** `.` or `->` on something without members; `needsArrow` if that is a pointer to a structure. */
export function noMembers(member: string, needsArrow: boolean, span: Span): Diagnostic {
	const hint = needsArrow
		? `it is a pointer: write \`->${member}\``
		: "its type is no structure that the test defines";
	return error("no-members", `this has no member \`${member}\``, span, hint);
}

/** A structure lacks a member. */
export function unknownMember(
	record: string,
	member: string,
	nearest: readonly string[],
	span: Span,
): Diagnostic {
	return error("unknown-member", `\`${record}\` has no member \`${member}\``, span, didYouMean(nearest));
}

/** A structure where a number or an address is wanted. */
export function wholeRecord(name: string, span: Span): Diagnostic {
	const hint = "structures can be assigned to others of the same type, or passed by their address";
	return error("whole-structure", `a whole \`${name}\` cannot be used here`, span, hint);
}

/** A store to an array, a function or void. */
export function notAssignable(span: Span): Diagnostic {
	return error("not-assignable", "nothing can be stored here: this is no integer and no pointer", span);
}

/** A store to a constant. */
export function constantWritten(span: Span): Diagnostic {
	return error("constant-written", "this is declared `const`", span);
}

/** A cast to an array, a structure or a function. */
export function badCast(span: Span): Diagnostic {
	return error("cast", "a cast leads to an integer, to a pointer or to void", span);
}

/** A type where a value is wanted. */
export function typeAsValue(span: Span): Diagnostic {
	return error("type-as-value", "a value is needed here, and this is a type", span);
}

/** An address within a local variable at which no scalar of that size is. */
export function noSuchPart(name: string, span: Span): Diagnostic {
	const hint = "a local variable is accessed as what it is declared as";
	return error(
		"local-part",
		`there is nothing of this size at this place of the local \`${name}\``,
		span,
		hint,
	);
}

/** A local's address where it would have to be in memory. */
export function escapingLocal(name: string, isAggregate: boolean, span: Span): Diagnostic {
	const hint = isAggregate
		? "a pointer that is changed, or whose name another variable of the function that is changed has, and an index that is computed from what was read need an array of file scope or of the initial state"
		: "the address of a local can be passed to functions that access the local through it, and no more";
	return error("address-of-local", `\`${name}\` is a local variable and has no address here`, span, hint);
}

/** A variable of a function that would have to live on between calls. */
export function staticLocal(name: string, span: Span): Diagnostic {
	const hint = "declare it outside of the function";
	return error("static-local", `the local variable \`${name}\` cannot be static`, span, hint);
}

/** A function that is called but only declared. */
export function functionWithoutBody(name: string, span: Span): Diagnostic {
	return error("no-body", `the function \`${name}\` is declared, but has no body`, span);
}

/** A function that could be a process. */
export function processWithType(name: string, span: Span): Diagnostic {
	const hint = `a process has no return type: it begins \`${name}(int *x)\``;
	return error("process-type", `\`${name}\` is the name of a process, not of a function`, span, hint);
}

/** A call through a pointer whose value is not known before the test runs. */
export function unknownFunctionPointer(span: Span): Diagnostic {
	const hint =
		"it is known where it is a function's name, a parameter that is given one, or a `const` member of a known object";
	return error("function-pointer", "it is not known which function this pointer leads to", span, hint);
}

/** A call of something that is no function. */
export function notAFunction(span: Span): Diagnostic {
	return error("not-a-function", "this is no function", span);
}

/** An expression that must be constant. */
export function notConstant(span: Span): Diagnostic {
	return error("not-constant", "a constant is needed here", span);
}

/** An assertion about constants is false. */
export function staticAssertion(span: Span): Diagnostic {
	return error("static-assertion", "this assertion does not hold", span);
}

/** A choice among too few or too many values. */
export function badChoice(limit: bigint, span: Span): Diagnostic {
	return error("choice", `a choice has from 1 to ${limit} values`, span);
}

/** A thread's code has grown too long. */
export function hugeThread(limit: number, span: Span): Diagnostic {
	const hint = "every call is replaced by its function's body: call fewer, or less deeply";
	return error(
		"huge-thread",
		`a process has more than ${limit} instructions once its calls are inlined`,
		span,
		hint,
	);
}

/** An order that such an access cannot have. */
export function badOrder(orders: readonly string[], span: Span): Diagnostic {
	return error("order", "such an access has no such order here", span, `the orders are ${orders.join(", ")}`);
}

/** More values than there is room for. */
export function excessInitializer(span: Span): Diagnostic {
	return error("excess-initializer", "there is no room for this value", span);
}

/** Braces around the value of something that is no array and no structure, with more than one value in them. */
export function scalarList(span: Span): Diagnostic {
	return error("scalar-list", "this needs a single value", span);
}

/** A process is interrupted by something that is no function of the test. */
export function unknownHandler(name: string, nearest: readonly string[], span: Span): Diagnostic {
	const hint = didYouMean(nearest) ?? "a process is interrupted by a function of the test";
	return error("unknown-handler", `there is no function \`${name}\``, span, hint);
}

/** The parameter for the width of `long` has another value than those. */
export function badLongBits(value: bigint, span: Span): Diagnostic {
	return error("long-bits", `\`long\` cannot have ${value} bits`, span, "BITS_PER_LONG is 8, 16, 32 or 64");
}
