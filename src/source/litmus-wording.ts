import type { Diagnostic } from "./diagnostic.ts";
import { lineColumn } from "./line-column.ts";
import { originalSpan } from "./original-span.ts";
import type { Span } from "./span.ts";

// What the messages about litmus tests are made of.

function make(
	severity: Diagnostic["severity"],
	code: string,
	message: string,
	span: Span,
	hint: string | undefined,
): Diagnostic {
	return { code: `litmus-${code}`, severity, message, span, ...(hint !== undefined && { hint }) };
}

/** An error about a litmus test. */
export function error(code: string, message: string, span: Span, hint?: string): Diagnostic {
	return make("error", code, message, span, hint);
}

/** A warning about a litmus test. */
export function warning(code: string, message: string, span: Span, hint?: string): Diagnostic {
	return make("warning", code, message, span, hint);
}

/** "linux-kernel.def, line 12", of where a span was written. */
export function placeInWords(span: Span): string {
	const { file, start } = originalSpan(span);
	return `${file.path}, line ${lineColumn(file, start).line}`;
}

/** "did you mean `a` or `b`?", or nothing without names. */
export function didYouMean(names: readonly string[]): string | undefined {
	if (names.length === 0) return undefined;
	return `did you mean ${names.map((name) => `\`${name}\``).join(" or ")}?`;
}

/** "no elements", "1 element", "2 elements". */
export function count(number: number, noun: string, plural = `${noun}s`): string {
	return `${number === 0 ? "no" : number} ${number === 1 ? noun : plural}`;
}

/** "a, b or c". */
export function orList(items: readonly string[]): string {
	if (items.length < 2) return items.join("");
	return `${items.slice(0, -1).join(", ")} or ${items[items.length - 1]}`;
}
