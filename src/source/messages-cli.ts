import type { Diagnostic } from "./diagnostic.ts";

/** A whole number was wanted, `least` or more. */
export function notAWholeNumber(given: string, least: number): Diagnostic {
	return error("not-a-whole-number", `"${given}" is not a whole number of at least ${least}.`);
}

/** A positive number of seconds was wanted. */
export function notSeconds(given: string): Diagnostic {
	return error("not-seconds", `"${given}" is not a number of seconds greater than 0.`);
}

/** A part of `--set` is not `name=integer`. */
export function badSetting(given: string): Diagnostic {
	return error("bad-setting", `"${given}" is not name=integer, such as producers=3 or slots=0x10.`);
}

/** `--set` gives a parameter two values. */
export function duplicateSetting(name: string): Diagnostic {
	return error("duplicate-setting", `"${name}" is given two values.`);
}

/** The text between the slashes of `--filter` is no regular expression; `reason` is the engine's. */
export function badPattern(given: string, reason: string): Diagnostic {
	return error("bad-pattern", `"${given}" is not a regular expression: ${reason}.`);
}

/** `--filter` left no test to check. */
export function nothingPassesFilter(filter: string): Diagnostic {
	return error(
		"nothing-passes-filter",
		`no test's name matches the filter "${filter}"`,
		"the filter is a part of the test's name, or /a regular expression/",
	);
}

/** `--model` names neither a shipped model nor a file. */
export function unknownModel(given: string, shipped: readonly string[]): Diagnostic {
	return error(
		"unknown-model",
		`there is no model or file "${given}"`,
		`the shipped models are ${shipped.join(", ")}; anything else is the path of a .cat file`,
	);
}

/** `--model` names the same model twice. */
export function duplicateModel(given: string): Diagnostic {
	return error("duplicate-model", `the model "${given}" is named twice`, "each model has one column");
}

/** `--property` names nothing that can be asked for. */
export function unknownProperty(given: string, known: readonly string[]): Diagnostic {
	return error("unknown-property", `there is no property "${given}"`, `there is ${known.join(", ")}`);
}

/** The string of `--replay` cannot be read. */
export function badReplay(given: string): Diagnostic {
	return error(
		"bad-replay",
		`"${given}" is not a string that brings an execution back`,
		"such a string is the last line of what ringlit explain prints: 1x2y3z-4-0010x7",
	);
}

/** The string of `--replay` is of another test. */
export function foreignReplay(given: string): Diagnostic {
	return error(
		"foreign-replay",
		`"${given}" does not fit`,
		"it is of another test, model or version of the test: give the test, the model and --set as they were",
	);
}

/** Two options ask for different things. */
export function conflictingOptions(one: string, other: string, hint?: string): Diagnostic {
	return error("conflicting-options", `${one} and ${other} cannot be given together`, hint);
}

/** An option says how something is done, and what asks for that is not given. */
export function optionWithout(option: string, missing: string, hint: string): Diagnostic {
	return error("option-without", `${option} says nothing without ${missing}`, hint);
}

/** `--variant` is given with no kernel tree's model that could have variants. */
export function variantWithoutTree(): Diagnostic {
	return optionWithout(
		"--variant",
		"a kernel tree's model",
		"--conf FILE or --cat FILE names that model; the shipped ones have no variants",
	);
}

/** A command was given an option that it has no use for. */
export function unusedByCommand(command: string, option: string): Diagnostic {
	return error("unused-option", `${command} has no use for ${option}`, `leave ${option} out`);
}

/** No test was named. */
export function noTestNamed(): Diagnostic {
	return error("no-test", "no test is named", "ringlit explain FILE explains one");
}

/** git could not give a revision; `reason` is git's word for why. */
export function gitFailed(revision: string, reason: string): Diagnostic {
	return error(
		"git-failed",
		`the revision "${revision}" cannot be read: ${reason}`,
		"--git takes what git takes for a commit: main, v1.2, HEAD~3; or two of them: main..topic",
	);
}

/** `ringlit diff` was not given two things to compare. */
export function nothingToCompare(): Diagnostic {
	return error(
		"nothing-to-compare",
		"there are not two sides to compare",
		"name two tests or two folders; or one with --model lkmm,tso; or one with --git REVISION",
	);
}

/** `ringlit diff` was given too many kinds of sides. */
export function tooManySides(): Diagnostic {
	return error(
		"too-many-sides",
		"--git compares on one model",
		"take one model, or compare several without --git",
	);
}

/** `ringlit ringbuf diff` was not given two things to compare. */
export function noOtherRing(): Diagnostic {
	return error(
		"nothing-to-compare",
		"there are not two rings to compare",
		"--against names another variant; or --model names several models: lkmm,tso",
	);
}

function error(code: string, message: string, hint?: string): Diagnostic {
	return { code, severity: "error", message, ...(hint && { hint }) };
}
