import type { Diagnostic } from "./diagnostic.ts";
import { error } from "./litmus-wording.ts";
import type { Span } from "./span.ts";

// What is wrong with labels and jumps in processes' bodies.

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
