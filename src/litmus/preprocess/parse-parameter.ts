import * as messages from "../../source/messages-litmus.ts";
import type { Span } from "../../source/span.ts";
import { fitsIn64Bits } from "../fits-in-64-bits.ts";
import type { Report } from "../report.ts";
import { type Token, tokenSpan, tokensSpan } from "./token.ts";

/** The values that a parameter may have. */
export type Domain =
	| { readonly kind: "range"; readonly least: bigint; readonly most: bigint; readonly span: Span }
	| { readonly kind: "set"; readonly values: readonly bigint[]; readonly span: Span };

/** What a `#parameter` says. */
export interface ParameterDeclaration {
	readonly name: string;
	/** Its name. */
	readonly span: Span;
	readonly value: bigint;
	readonly valueSpan: Span;
	readonly domain?: Domain;
}

/** Whether a domain has a value. */
export function isIn(domain: Domain, value: bigint): boolean {
	if (domain.kind === "set") return domain.values.includes(value);
	return domain.least <= value && value <= domain.most;
}

/** A domain as a text says it: `1..8`, `{8, 16}`. */
export function printDomain(domain: Domain): string {
	return domain.kind === "set" ? `{${domain.values.join(", ")}}` : `${domain.least}..${domain.most}`;
}

/** A decimal or hexadecimal integer of 64 bits, as `#parameter` and `--set` take it; undefined for any other text. */
export function parseParameterValue(text: string): bigint | undefined {
	const found = /^([-+]?)(0[xX][0-9a-fA-F]+|0|[1-9]\d*)$/.exec(text);
	if (found === null) return undefined;
	const value = BigInt(found[2]);
	const signed = found[1] === "-" ? -value : value;
	return fitsIn64Bits(signed) ? signed : undefined;
}

/** Takes a `#parameter` apart. */
export class ParameterParser {
	readonly #words: readonly Token[];
	readonly #directive: Token;
	readonly #report: Report;
	#at = 0;

	/** @param words what follows the directive's name, macros replaced after the parameter's own name */
	constructor(words: readonly Token[], directive: Token, report: Report) {
		this.#words = words;
		this.#directive = directive;
		this.#report = report;
	}

	/** What it declares; undefined, and reported, if something else stands there. */
	parse(): ParameterDeclaration | undefined {
		const name = this.#words.at(0);
		if (name?.kind !== "name") return this.#fail("a name");
		this.#at++;
		if (!this.#take("=")) return this.#fail("`=`");
		const first = this.#at;
		const value = this.#integer();
		if (value === undefined) return undefined;
		const valueSpan = tokensSpan(this.#words.slice(first, this.#at));
		const domain = this.#words.length === this.#at ? undefined : this.#domain();
		if (domain === undefined && this.#words.length !== this.#at) return undefined;
		return { name: name.text, span: tokenSpan(name), value, valueSpan, ...(domain && { domain }) };
	}

	#take(text: string): boolean {
		if (this.#words.at(this.#at)?.text !== text) return false;
		this.#at++;
		return true;
	}

	#fail(wanted: string): undefined {
		const token = this.#words.at(this.#at) ?? this.#words.at(-1) ?? this.#directive;
		this.#report.add(messages.badParameter(wanted, tokenSpan(token)));
		return undefined;
	}

	#integer(): bigint | undefined {
		const sign = this.#words.at(this.#at)?.text;
		const start = this.#at;
		if (sign === "-" || sign === "+") this.#at++;
		const number = this.#words.at(this.#at);
		const value = number && parseParameterValue((sign === "-" || sign === "+" ? sign : "") + number.text);
		if (number === undefined || value === undefined) {
			if (number === undefined) return this.#fail("an integer");
			this.#report.add(
				messages.parameterNoInteger(number.text, tokensSpan(this.#words.slice(start, this.#at + 1))),
			);
			return undefined;
		}
		this.#at++;
		return value;
	}

	#domain(): Domain | undefined {
		if (!this.#take("in")) return this.#fail("`in` or the end of the line");
		const start = this.#at;
		const span = (): Span => tokensSpan(this.#words.slice(start, this.#at));
		if (this.#take("{")) {
			const values: bigint[] = [];
			do {
				const value = this.#integer();
				if (value === undefined) return undefined;
				values.push(value);
			} while (this.#take(","));
			if (!this.#take("}")) return this.#fail("`,` or `}`");
			return this.#atEnd({ kind: "set", values, span: span() });
		}
		const least = this.#integer();
		if (least === undefined) return undefined;
		if (!this.#take("..")) return this.#fail("`..`");
		const most = this.#integer();
		if (most === undefined) return undefined;
		return this.#atEnd({ kind: "range", least, most, span: span() });
	}

	#atEnd(domain: Domain): Domain | undefined {
		if (this.#at < this.#words.length) return this.#fail("the end of the line");
		return domain;
	}
}
