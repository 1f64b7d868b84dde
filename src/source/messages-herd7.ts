import type { Diagnostic } from "./diagnostic.ts";
import { count, didYouMean, orList } from "./litmus-wording.ts";
import type { Span } from "./span.ts";

// What the command that stands in for herd7 has to say. Where a span is optional, it is there if a
// configuration file is at fault and absent if the command line is.

/** An option that there is not. */
export function unknownOption(name: string, near: readonly string[]): Diagnostic {
	const hint = didYouMean(near.map((other) => `-${other}`)) ?? "-help lists the options";
	return error("unknown-option", `there is no option -${name}`, undefined, hint);
}

/** An option that needs a value stands at the end of the command line. */
export function optionWithoutValue(name: string): Diagnostic {
	return error("option-without-value", `the option -${name} needs a value after it`);
}

/** A configuration file has a key that there is not. */
export function unknownKey(key: string, near: readonly string[], span: Span): Diagnostic {
	const hint = didYouMean(near) ?? "a line is a key, a space and its value, or a comment after `#`";
	return error("unknown-key", `there is no key \`${key}\``, span, hint);
}

/** A key of a configuration file stands alone on its line. */
export function keyWithoutValue(key: string, span: Span): Diagnostic {
	return error("key-without-value", `\`${key}\` needs a value after it`, span);
}

/** A value that its option or key cannot have; `wanted` says what it can be: "true or false". */
export function wrongValue(key: string, value: string, wanted: string, span?: Span): Diagnostic {
	return error("wrong-value", `"${value}" is no value of \`${key}\``, span, `it can be ${wanted}`);
}

/** A variant of the model or of the language that is not known. */
export function unknownVariant(value: string, known: readonly string[], span?: Span): Diagnostic {
	return error("unknown-variant", `there is no variant "${value}"`, span, `it can be ${orList(known)}`);
}

/** A file that a configuration or an option names is nowhere. */
export function fileNotFound(name: string, folders: readonly string[], span?: Span): Diagnostic {
	const places = folders.map((folder) => (folder === "." ? "the working folder" : folder));
	const hint = `looked for in ${places.join(", ")}; -I adds a folder`;
	return error("file-not-found", `there is no file "${name}"`, span, hint);
}

/** A variant was asked for that the shipped model does not have. */
export function variantNeedsModel(variant: string): Diagnostic {
	const hint = "name the older kernel's own files: -conf linux-kernel.cfg";
	return error("variant-needs-model", `the shipped model is not that of ${variant}`, undefined, hint);
}

/** A list of tests names itself, directly or through others. */
export function listCircular(path: string): Diagnostic {
	return error("list-circular", `${path}: this list of tests leads back to itself`);
}

/** A test was searched without coming to a verdict, because of its time. */
export function outOfTime(seconds: number): string {
	return `no verdict within ${seconds} s (-timeout)`;
}

/** A test was searched without coming to a verdict, because of its size. */
export function outOfRoom(limit: "memory" | "steps"): string {
	return limit === "memory"
		? "no verdict: more memory is needed than there is"
		: "no verdict: a thread takes more steps than are followed";
}

/** A loop's iterations were not all followed. */
export function loopCut(unroll: number): string {
	return `a loop goes on after ${count(unroll, "iteration")} (-unroll), and such executions are left out`;
}

/** Executions are not counted since plain accesses determine each other's values. */
export function valuesInCircle(number: number): string {
	const subject = `${count(number, "execution")} ${number === 1 ? "is" : "are"}`;
	return `${subject} left out, whose plain accesses determine each other's values in a circle`;
}

/** A call of something that is no primitive, as the kernel's scripts look for it. */
export function unknownMacro(name: string): string {
	return `Unknown macro ${name}`;
}

/** A token that does not fit, in the part of the test that it stands in. */
export function unexpectedToken(token: string, part: "init" | "prog" | "constr"): string {
	return `unexpected '${token}' (in ${part})`;
}

function error(code: string, message: string, span?: Span, hint?: string): Diagnostic {
	return { code: `herd7-${code}`, severity: "error", message, ...(span && { span }), ...(hint && { hint }) };
}
