import type { Diagnostic } from "./diagnostic.ts";
import type { Span } from "./span.ts";

// All that is said about the text of litmus tests. Each function takes what the message needs and the
// text at fault.

function make(
	severity: Diagnostic["severity"],
	code: string,
	message: string,
	span: Span,
	hint: string | undefined,
): Diagnostic {
	return { code: `litmus-${code}`, severity, message, span, ...(hint !== undefined && { hint }) };
}

function error(code: string, message: string, span: Span, hint?: string): Diagnostic {
	return make("error", code, message, span, hint);
}

function warning(code: string, message: string, span: Span, hint?: string): Diagnostic {
	return make("warning", code, message, span, hint);
}

/** "did you mean `a` or `b`?", or nothing without names. */
function didYouMean(names: readonly string[]): string | undefined {
	if (names.length === 0) return undefined;
	return `did you mean ${names.map((name) => `\`${name}\``).join(" or ")}?`;
}

function count(number: number, noun: string): string {
	return `${number === 0 ? "no" : number} ${noun}${number === 1 ? "" : "s"}`;
}

/** Hints that go with a syntax error. */
export const hints = {
	header: "a litmus test begins with the letter `C` and its name: `C my-test`",
	openComment: "this comment is never closed",
	missingBrace: "a `}` seems to be missing: a process's body is still open here",
	extraBrace: "this `}` closes nothing",
	connective: "in a condition, `and` is written `/\\` and `or` is written `\\/`",
	comparison: "a condition compares with `=`, `!=` or `==` alone",
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

/** The grammar wants something else here; `found` is undefined at the end of the text. */
export function unexpected(
	found: string | undefined,
	expected: readonly string[],
	span: Span,
	hint: string | undefined,
): Diagnostic {
	const shown = [...expected].sort();
	const listed = shown.length > 6 ? `${shown.slice(0, 6).join(", ")}, ...` : orList(shown);
	const instead = found === undefined ? "the end of the file" : `\`${found}\``;
	return error(
		"syntax",
		shown.length === 0 ? `unexpected ${instead}` : `expected ${listed}, not ${instead}`,
		span,
		hint,
	);
}

function orList(items: readonly string[]): string {
	if (items.length < 2) return items.join("");
	return `${items.slice(0, -1).join(", ")} or ${items[items.length - 1]}`;
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

/** No type has this name, or its words do not go together. */
export function unknownType(words: string, nearest: readonly string[], span: Span): Diagnostic {
	return error("unknown-type", `there is no type \`${words}\` in tests`, span, didYouMean(nearest));
}

/** A shared variable is declared void. */
export function voidVariable(name: string, span: Span): Diagnostic {
	return error("void-variable", `\`${name}\` cannot be void`, span);
}

/** A parameter that is no pointer. */
export function parameterNotPointer(name: string, span: Span): Diagnostic {
	const hint = `a parameter is the address of the shared variable: write \`*${name}\``;
	return error("parameter-not-pointer", `the parameter \`${name}\` is not a pointer`, span, hint);
}

/** Processes, or a process and the initial state, declare one variable with different types. */
export function typesDiffer(name: string, span: Span): Diagnostic {
	return warning("types-differ", `\`${name}\` has another type elsewhere in the test`, span);
}

/** A variable, element or register has two initial values. */
export function duplicateInitial(name: string, span: Span): Diagnostic {
	return error("duplicate-initial", `\`${name}\` is set twice in the initial state`, span);
}

/** `a[] = 1` without a type. */
export function indexMissing(span: Span): Diagnostic {
	return error(
		"index-missing",
		"the element's index is missing",
		span,
		"write `a[0] = 1`, or `int a[] = {1}`",
	);
}

/** An array's size is 0 or too big. */
export function badArraySize(limit: number, span: Span): Diagnostic {
	return error("array-size", `an array has from 1 to ${limit} elements`, span);
}

/** A list inside a list of initial values. */
export function nestedList(span: Span): Diagnostic {
	return error("nested-list", "arrays of arrays are not supported", span);
}

/** An index that the array does not have. */
export function indexOutside(name: string, index: bigint, length: number, span: Span): Diagnostic {
	return error(
		"index-outside",
		`\`${name}\` has ${count(length, "element")}, so none with index ${index}`,
		span,
	);
}

/** A register names a process that is not there. */
export function noSuchProcess(thread: number, processes: number, span: Span): Diagnostic {
	return error(
		"no-such-process",
		`there is no process P${thread}: the test has ${count(processes, "process").replace("processs", "processes")}`,
		span,
	);
}

/** Two processes have one number. */
export function duplicateProcess(number: number, span: Span): Diagnostic {
	return error("duplicate-process", `there are two processes P${number}`, span);
}

/** A process's number is not its place. */
export function processOutOfOrder(number: number, expected: number, span: Span): Diagnostic {
	return error(
		"process-order",
		`expected P${expected}, not P${number}`,
		span,
		"processes are numbered in order from P0",
	);
}

/** Two parameters of a process have one name. */
export function duplicateParameter(name: string, span: Span): Diagnostic {
	return error("duplicate-parameter", `there are two parameters \`${name}\``, span);
}

/** Two variables of one block have one name. */
export function duplicateLocal(name: string, span: Span): Diagnostic {
	return error("duplicate-local", `\`${name}\` is declared twice`, span);
}

/** Two labels of a process have one name. */
export function duplicateLabel(name: string, span: Span): Diagnostic {
	return error("duplicate-label", `the label \`${name}\` is defined twice`, span);
}

/** A goto to a label that the process does not have. */
export function unknownLabel(name: string, known: readonly string[], span: Span): Diagnostic {
	const hint = known.length === 0 ? "this process has no labels" : `the labels here are ${known.join(", ")}`;
	return error("unknown-label", `there is no label \`${name}\` in this process`, span, hint);
}

/** `break` or `continue` where there is nothing to leave. */
export function jumpOutside(word: "break" | "continue", span: Span): Diagnostic {
	const inside = word === "break" ? "a loop or a switch" : "a loop";
	return error("jump-outside", `\`${word}\` stands outside ${inside}`, span);
}

/** `case` or `default` outside a switch. */
export function caseOutside(span: Span): Diagnostic {
	return error("case-outside", "`case` and `default` stand inside a switch", span);
}

/** A case's value is computed. */
export function caseNotConstant(span: Span): Diagnostic {
	return error("case-not-constant", "the value of a `case` must be a constant", span);
}

/** Two cases with one value, or two defaults. */
export function duplicateCase(value: string, span: Span): Diagnostic {
	return error("duplicate-case", `the switch has two cases for ${value}`, span);
}

/** A name that nothing declares and nothing assigns. */
export function undeclaredName(name: string, nearest: readonly string[], span: Span): Diagnostic {
	const hint = didYouMean(nearest) ?? "declare it, or if it is shared take its address as a parameter";
	return error("undeclared", `\`${name}\` is neither declared nor assigned in this process`, span, hint);
}

/** A local variable that is assigned but not declared. */
export function undeclaredLocal(name: string, process: number, span: Span): Diagnostic {
	return warning(
		"undeclared-local",
		`\`${name}\` is not declared in P${process}`,
		span,
		`declare it: \`int ${name};\``,
	);
}

/** A shared variable that the process does not take as a parameter. */
export function notAParameter(name: string, process: number, span: Span): Diagnostic {
	const hint = `add it: \`P${process}(..., int *${name})\``;
	return error(
		"not-a-parameter",
		`the shared variable \`${name}\` is not a parameter of P${process}`,
		span,
		hint,
	);
}

/** A parameter where a variable's content is meant. */
export function parameterIsAddress(name: string, span: Span): Diagnostic {
	const hint = `the content of the variable is \`*${name}\``;
	return error("parameter-is-address", `\`${name}\` is the address of a shared variable`, span, hint);
}

/** A value is used as an address; `isContent` if it is what `*` has read. */
export function notAnAddress(isContent: boolean, span: Span): Diagnostic {
	const hint = isContent ? "this is the content: leave the `*` out to pass the address" : undefined;
	return error("not-an-address", "an address is needed here, and this is an integer", span, hint);
}

/** An access through `void *`. */
export function voidPointer(span: Span): Diagnostic {
	return error(
		"void-pointer",
		"nothing can be accessed through a `void *`",
		span,
		"cast it to `int *` first",
	);
}

/** An expression that cannot be assigned to. */
export function notAPlace(span: Span): Diagnostic {
	const isSplit = span.file.text.slice(span.start, span.end).includes("\n");
	const hint = isSplit ? "a `;` may be missing at the end of a line" : "to compare, write `==`";
	return error("not-a-place", "this is neither a variable nor a location in memory", span, hint);
}

/** `&` on a local variable. */
export function addressOfLocal(name: string, span: Span): Diagnostic {
	return error("address-of-local", `\`${name}\` is a local variable and has no address here`, span);
}

/** A primitive that works on shared memory, used on a local. */
export function localInPrimitive(primitive: string, name: string, span: Span): Diagnostic {
	const hint = `if \`${name}\` holds an address, write \`*${name}\``;
	return error(
		"local-in-primitive",
		`\`${primitive}\` needs a location in shared memory; \`${name}\` is a local variable`,
		span,
		hint,
	);
}

/** A call of something that is no primitive. */
export function unknownCall(name: string, nearest: readonly string[], span: Span): Diagnostic {
	const hint = didYouMean(nearest) ?? "tests may call the primitives of the memory model alone";
	return error("unknown-call", `there is no primitive \`${name}\``, span, hint);
}

/** A call with too few or too many arguments. */
export function wrongArgumentCount(name: string, wanted: number, found: number, span: Span): Diagnostic {
	return error("argument-count", `\`${name}\` takes ${count(wanted, "argument")}, not ${found}`, span);
}

/** What has no value is used as one. */
export function noValue(span: Span): Diagnostic {
	return error("no-value", "this has no value", span, "let it stand as a statement of its own");
}

/** Part of C that tests cannot use. */
export function unsupported(what: "floating" | "string" | "member" | "huge", span: Span): Diagnostic {
	switch (what) {
		case "floating":
			return error("unsupported", "floating-point numbers are not supported", span);
		case "string":
			return error("unsupported", "strings are not supported", span);
		case "member":
			return error(
				"unsupported",
				"members of structures are not supported",
				span,
				"use a variable for each member",
			);
		case "huge":
			return error("bad-integer", "this is no integer of C, or too big for 64 bits", span);
	}
}

/** A local array. */
export function localArray(name: string, span: Span): Diagnostic {
	const hint = "declare the array in the initial state and take it as a parameter";
	return error("local-array", `the local variable \`${name}\` cannot be an array`, span, hint);
}

/** A local variable that is neither an integer nor a pointer. */
export function localOfType(name: string, span: Span): Diagnostic {
	return error("local-type", `the local variable \`${name}\` must be an integer or a pointer`, span);
}

/** A division or remainder by the constant 0. */
export function divisionByZero(span: Span): Diagnostic {
	return error("division-by-zero", "this is a division by zero", span);
}

/** An address is stored into a variable declared as an integer too narrow for it. */
export function addressInInteger(span: Span): Diagnostic {
	return warning(
		"address-in-integer",
		"this stores an address into an integer variable",
		span,
		"declare the variable as a pointer",
	);
}

/** A register of the condition that its process never mentions. */
export function unknownRegister(
	name: string,
	thread: number,
	nearest: readonly string[],
	span: Span,
): Diagnostic {
	return error("unknown-register", `P${thread} has no variable \`${name}\``, span, didYouMean(nearest));
}

/** An array's name alone in a condition. */
export function wholeArray(name: string, span: Span): Diagnostic {
	return error("whole-array", `\`${name}\` is an array`, span, `name an element: \`${name}[0]\``);
}

/** `x=y` in a condition, where x holds an integer: it asks for the address of y. */
export function comparesAddress(name: string, operator: string, span: Span): Diagnostic {
	const meaning = `after \`${operator}\`, \`${name}\` means its address`;
	return warning("compares-address", meaning, span, `to compare contents, write \`==\` or \`[${name}]\``);
}

/** A second `locations`, `filter` or condition. */
export function duplicateQuestion(what: string, span: Span): Diagnostic {
	return error("duplicate-question", `the test has a second ${what}`, span);
}
