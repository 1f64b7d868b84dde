import type { IntegerType } from "../execution/expression.ts";

/** An integer literal's value and the type that C gives it. */
export interface IntegerLiteral {
	readonly value: bigint;
	readonly type: IntegerType;
}

/** The value of digits in C's notation (`0x`, `0b`, a leading `0`); undefined for a bad octal digit. */
function digitsValue(digits: string): bigint | undefined {
	if (!/^0\d/.test(digits)) return BigInt(digits);
	return /^[0-7]+$/.test(digits) ? BigInt(`0o${digits}`) : undefined;
}

/**
 * An integer literal with its suffix. Its type is the first of int, unsigned, long, unsigned long that
 * holds the value and that base and suffix allow (C23 6.4.4.1). Undefined if none does, if an octal
 * digit is none, or if the suffix is none of C's.
 */
export function readInteger(text: string): IntegerLiteral | undefined {
	const suffix = /[ul]*$/i.exec(text)?.[0] ?? "";
	if (!/^(u(l|ll)?|(l|ll)u?)?$/i.test(suffix)) return undefined;
	const digits = text.slice(0, text.length - suffix.length);
	if (digits.length > 80) return undefined;
	const value = digitsValue(digits);
	if (value === undefined) return undefined;
	const unsignedOnly = /u/i.test(suffix);
	const decimal = /^[1-9]/.test(digits);
	for (const bits of /l/i.test(suffix) ? ([64] as const) : ([32, 64] as const)) {
		if (!unsignedOnly && BigInt.asIntN(bits, value) === value) return { value, type: { bits, signed: true } };
		if ((unsignedOnly || !decimal) && BigInt.asUintN(bits, value) === value) {
			return { value, type: { bits, signed: false } };
		}
	}
	return undefined;
}

const ESCAPES: Readonly<Record<string, number>> = { n: 10, t: 9, r: 13, a: 7, b: 8, e: 27, f: 12, v: 11 };

/** The code of what follows a backslash: a letter, hexadecimal digits after x, or octal digits. */
function escapedCode(text: string): bigint {
	if (/^x[\da-f]+$/i.test(text)) return BigInt(`0${text}`);
	if (/^[0-7]+$/.test(text)) return BigInt(`0o${text}`);
	return BigInt(ESCAPES[text] ?? text.charCodeAt(0));
}

/** The value of a character constant with its quotation marks; it has type int. */
export function readCharacter(text: string): IntegerLiteral {
	const body = text.slice(1, -1);
	const code = body.startsWith("\\") ? escapedCode(body.slice(1)) : BigInt(body.charCodeAt(0));
	return { value: BigInt.asIntN(8, code), type: { bits: 32, signed: true } };
}
