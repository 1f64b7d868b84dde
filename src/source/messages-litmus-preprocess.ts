import type { Diagnostic } from "./diagnostic.ts";
import { didYouMean, error, placeInWords, warning } from "./litmus-wording.ts";
import type { MacroUse, Span } from "./span.ts";

// What is wrong with the directives of a test: includes, macros, conditions, parameters.

/** What is added to a complaint about what a macro of the test has made. */
export function fromMacro({ name, definition }: MacroUse): string {
	return `\`${name}\` is defined in ${placeInWords(definition)}`;
}

/** A line begins with `#` and a word that is no directive. */
export function unknownDirective(name: string, nearest: readonly string[], span: Span): Diagnostic {
	return error("directive", `there is no directive \`#${name}\``, span, didYouMean(nearest));
}

/** What an `#error` or a `#warning` of the test says. */
export function directiveSays(directive: string, text: string, span: Span): Diagnostic {
	const say = directive === "warning" ? warning : error;
	return say("directive-says", text === "" ? `\`#${directive}\` stands here` : text, span);
}

/** A comment that is never closed. */
export function openComment(span: Span): Diagnostic {
	return error("open-comment", "this comment is never closed", span);
}

/** Where a directive wants one name, and nothing else, there is something else. */
export function macroNameMissing(directive: string, span: Span): Diagnostic {
	const hint =
		directive === "defined" ? "write `defined NAME` or `defined(NAME)`" : `write \`#${directive} NAME\``;
	return error("macro-name", `\`${directive}\` wants a name here`, span, hint);
}

/** A name that no macro and no parameter can have. */
export function reservedMacroName(name: string, span: Span): Diagnostic {
	return error("macro-name", `\`${name}\` cannot be a macro's name`, span, "take another name");
}

/** What stands between the parentheses after a macro's name is no list of parameters. */
export function badMacroParameters(span: Span): Diagnostic {
	return error(
		"macro-parameters",
		"this is no list of a macro's parameters",
		span,
		"they are names with `,` between, the last one may be `...`; without a space before it, `(` begins them",
	);
}

/** A `##` without something on both sides. */
export function pasteAtEnd(span: Span): Diagnostic {
	return error("macro-paste", "`##` has nothing to join on one side", span);
}

/** A `##` makes no single token. */
export function pasteIsNoToken(left: string, right: string, span: Span): Diagnostic {
	return error("macro-paste", `\`${left}\` and \`${right}\` do not join to one name, number or symbol`, span);
}

/** A `#` in a macro's body that no parameter follows. */
export function quoteWithoutParameter(span: Span): Diagnostic {
	return error("macro-quote", "`#` wants a parameter of the macro after it", span);
}

/** `__VA_ARGS__` where there are no variable arguments. */
export function noVariableArguments(span: Span): Diagnostic {
	return error(
		"macro-variable",
		"`__VA_ARGS__` means nothing here",
		span,
		"it stands in macros whose last parameter is `...`",
	);
}

/** The parenthesis after a macro's name is not closed before the next directive or the end of the file. */
export function openMacroCall(name: string, span: Span): Diagnostic {
	return error(
		"macro-open",
		`the arguments of the macro \`${name}\` do not end`,
		span,
		"a `)` seems to be missing; no directive may stand between the arguments",
	);
}

/** A name is defined again, and otherwise. */
export function macroRedefined(name: string, isParameter: boolean, first: Span, span: Span): Diagnostic {
	const where = placeInWords(first);
	if (isParameter) {
		const hint = `declared in ${where}; its value is given with \`--set ${name}=...\``;
		return error("macro-redefined", `\`${name}\` is a parameter of the test`, span, hint);
	}
	const hint = `the first one is in ${where}; \`#undef ${name}\` forgets it`;
	return error("macro-redefined", `\`${name}\` is defined twice, in two ways`, span, hint);
}

/** Macros made more than is worked on. */
export function hugeMacroExpansion(limit: number, span: Span): Diagnostic {
	return error(
		"huge-expansion",
		`the macros of the test make more than ${limit} names, numbers and symbols`,
		span,
		"does a macro use another several times, which does the same?",
	);
}

/** The text becomes longer than is worked on. */
export function hugeMadeText(limit: number, span: Span): Diagnostic {
	return error(
		"huge-expansion",
		`with what it includes and its macros replaced, the test has more than ${limit} characters`,
		span,
	);
}

/** An `#else`, `#elif` or `#endif` that no `#if` belongs to. */
export function strayConditional(name: string, span: Span): Diagnostic {
	const hint = "an `#if` begins and ends in the same file, and `#else` is the last of its groups";
	return error("conditional", `there is no \`#if\` that this \`#${name}\` belongs to`, span, hint);
}

/** An `#if` that the file does not end. */
export function openConditional(name: string, span: Span): Diagnostic {
	return error("conditional", `this \`#${name}\` has no \`#endif\``, span);
}

/** The expression of an `#if` is none; `found` is the token that does not fit, undefined at the end. */
export function noCondition(found: string | undefined, span: Span): Diagnostic {
	const what = found === undefined ? "something is missing here" : `\`${found}\` does not fit here`;
	return error("condition", `${what}: an \`#if\` wants an expression of integers`, span);
}

/** A name in a condition that is not defined, and much like one that is. */
export function undefinedInCondition(name: string, nearest: readonly string[], span: Span): Diagnostic {
	return warning("condition-name", `\`${name}\` is not defined and counts as 0`, span, didYouMean(nearest));
}

/** An `#include` without the name of a file. */
export function noIncludeName(span: Span): Diagnostic {
	return error(
		"include",
		"expected the name of a file",
		span,
		'write `#include "name"` or `#include <name>`',
	);
}

/** A file that cannot be included. */
export function includeMissing(name: string, isAngled: boolean, span: Span): Diagnostic {
	return error(
		"include",
		`\`${name}\` cannot be read`,
		span,
		isAngled
			? "in angle brackets stand headers that come with ringlit; other files stand in quotation marks"
			: "a relative path starts at the folder of the file with the `#include`",
	);
}

/** A file includes itself, by way of the others; `circle` has their paths, the first one again at the end. */
export function includeCircle(circle: readonly string[], span: Span): Diagnostic {
	return error(
		"include",
		`files include each other in a circle: ${circle.join(" -> ")}`,
		span,
		"`#pragma once` in a file lets it be included once",
	);
}

/** Files include files beyond the limit. */
export function includesTooDeep(limit: number, span: Span): Diagnostic {
	return error("include", `files include each other more than ${limit} deep`, span);
}

/** A `#parameter` does not say what it must; `wanted`, worded, could stand here. */
export function badParameter(wanted: string, span: Span): Diagnostic {
	return error(
		"parameter",
		`expected ${wanted} here`,
		span,
		"a parameter is declared as `#parameter name = 2`, `... in 1..8` or `... in {8, 16}`",
	);
}

/** The value of a parameter is no integer. */
export function parameterNoInteger(text: string, span: Span): Diagnostic {
	return error(
		"parameter",
		`\`${text}\` is no integer`,
		span,
		"write a decimal or hexadecimal number without a suffix, such as 8, -1 or 0x10",
	);
}

/** A default outside of the values that the parameter may have; `where` they are written, if elsewhere. */
export function parameterOutside(
	name: string,
	value: bigint,
	domain: string,
	where: Span | undefined,
	span: Span,
): Diagnostic {
	const allowed = where === undefined ? "declared" : `declared in ${placeInWords(where)}`;
	return error(
		"parameter-range",
		`\`${name}\` cannot be ${value}: it is ${allowed} in ${domain}`,
		span,
		`choose a value in ${domain}`,
	);
}

/** A parameter that is declared again, and otherwise. */
export function duplicateTestParameter(name: string, first: Span, span: Span): Diagnostic {
	return error(
		"duplicate-test-parameter",
		`the parameter \`${name}\` is declared twice, in two ways`,
		span,
		`the first one is in ${placeInWords(first)}; a file that includes the other may give it another default`,
	);
}

/** A value given from outside that the parameter cannot have. */
export function settingOutside(name: string, value: bigint, domain: string, span: Span): Diagnostic {
	return error(
		"setting-range",
		`\`--set ${name}=${value}\`: \`${name}\` is declared in ${domain}`,
		span,
		`choose a value in ${domain}`,
	);
}

/** A value given from outside to a parameter that the test does not have. */
export function unknownSetting(
	name: string,
	value: bigint,
	nearest: readonly string[],
	known: readonly string[],
	span: Span,
): Diagnostic {
	const names = known.map((one) => `\`${one}\``).join(", ");
	const hint = didYouMean(nearest) ?? (names === "" ? "it has none" : `it has ${names}`);
	return error(
		"setting-unknown",
		`\`--set ${name}=${value}\`: the test has no parameter \`${name}\``,
		span,
		hint,
	);
}
