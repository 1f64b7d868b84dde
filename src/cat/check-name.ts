import type { Check, Name } from "./syntax.ts";

/**
 * What a check is called: by its procedure's call, by its `as`, or by its text.
 *
 * @param as the name that the call gives, if there is one
 */
export function checkName({ name, expression, negated, test }: Check, as: Name | undefined): string {
	if (as !== undefined) return as.text;
	if (name !== undefined) return name.text;
	const { file, start, end } = expression.span;
	const text = file.text.slice(start, end).replace(/\s+/g, " ");
	return `${negated ? "~" : ""}${test} ${text}`;
}
