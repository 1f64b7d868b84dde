import type { Diagnostic } from "./diagnostic.ts";
import { count, didYouMean, error, warning } from "./litmus-wording.ts";
import type { Span } from "./span.ts";

// What is wrong with a test's initial state, its processes and the declarations in them.

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
		`there is no process P${thread}: the test has ${count(processes, "process", "processes")}`,
		span,
	);
}

/** Two processes have one number. */
export function duplicateProcess(number: number, span: Span): Diagnostic {
	return error("duplicate-process", `there are two processes P${number}`, span);
}

/** A range of processes with numbers that are too large. */
export function tooManyProcesses(limit: number, span: Span): Diagnostic {
	return error("process-range", `a test may have ${limit} processes, P0 to P${limit - 1}`, span);
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

/** A local variable that is neither an integer nor a pointer. */
export function localOfType(name: string, span: Span): Diagnostic {
	return error("local-type", `the local variable \`${name}\` must be an integer or a pointer`, span);
}
