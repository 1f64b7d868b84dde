import type { Diagnostic } from "./diagnostic.ts";
import { didYouMean, error, warning } from "./litmus-wording.ts";
import type { Span } from "./span.ts";

// What is wrong with what a test asks of its final states.

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

/** A `forbidden` with an empty name. */
export function propertyWithoutName(span: Span): Diagnostic {
	return error("property-name", "a property needs a name", span, 'write `forbidden "name" (...)`');
}

/** Two `forbidden`s of one name. */
export function duplicateProperty(name: string, span: Span): Diagnostic {
	return error("property-name", `there are two properties "${name}"`, span);
}

/** An address where a condition computes, or compares by order. */
export function addressInCondition(span: Span): Diagnostic {
	return error(
		"address-in-condition",
		"this is an address: conditions compute with integers alone",
		span,
		"addresses are compared by `=` and `!=`, with each other and with `NULL`",
	);
}

/** A condition asks for a shared variable that no process has; `owner` is a process with such a local, or -1. */
export function unusedVariable(name: string, owner: number, span: Span): Diagnostic {
	const hint =
		owner === -1
			? "it is 0: neither the initial state nor a process mentions it"
			: `for P${owner}'s variable write \`${owner}:${name}\``;
	return warning("unused-variable", `\`${name}\` is no shared variable of the test`, span, hint);
}

/** A whole structure or array in a condition. */
export function notALocation(label: string, span: Span): Diagnostic {
	return error("not-a-location", `\`${label}\` is no integer and no address`, span, "name a part of it");
}
