import type { Span } from "../../source/span.ts";
import type { Token } from "./token.ts";

/** What `#define` defines, or `#parameter` declares. */
export interface Macro {
	readonly name: string;
	/** Its name in its definition. */
	readonly span: Span;
	/** Absent where it is used without parentheses. The last one of a variadic macro stands for all arguments left. */
	readonly parameters?: readonly string[];
	readonly isVariadic: boolean;
	/** Neither begins nor ends with white space, which is one space each. */
	readonly body: readonly Token[];
	/** Whether it is a parameter of the test. */
	readonly isParameter: boolean;
}

/** Whether two definitions are the same: in C, a macro may be defined twice if they are. */
export function isSameMacro(one: Macro, other: Macro): boolean {
	const print = ({ parameters, isVariadic, isParameter, body }: Macro): string =>
		JSON.stringify([parameters, isVariadic, isParameter, body.map(({ text }) => text).join("")]);
	return print(one) === print(other);
}
