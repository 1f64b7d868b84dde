import stringWidth from "string-width";

const PLAIN = /^[ -~]*$/;

/** The columns that a printable text takes on a terminal. */
export function textWidth(text: string): number {
	return PLAIN.test(text) ? text.length : stringWidth(text, { countAnsiEscapeCodes: true });
}

/** A printable text followed by as many spaces as it lacks to `width` columns. */
export function padded(text: string, width: number): string {
	return text + " ".repeat(Math.max(0, width - textWidth(text)));
}
