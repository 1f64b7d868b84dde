import { computeBinary, computeUnary, UNDEFINED_RESULT } from "../../execution/arithmetic.ts";
import type { BinaryOperator } from "../../execution/expression.ts";
import { isPointer } from "../../execution/value.ts";
import { wrap } from "../../execution/wrap.ts";
import * as messages from "../../source/messages-litmus.ts";
import type { Span } from "../../source/span.ts";
import type { Report } from "../report.ts";
import { type Token, tokenSpan } from "./token.ts";

/** An integer of `#if`: all of them have 64 bits. */
interface Operand {
	readonly value: bigint;
	readonly signed: boolean;
}

const LEVELS: readonly (readonly BinaryOperator[])[] = [
	["||"],
	["&&"],
	["|"],
	["^"],
	["&"],
	["==", "!="],
	["<", "<=", ">", ">="],
	["<<", ">>"],
	["+", "-"],
	["*", "/", "%"],
];

const LEVEL_OF: ReadonlyMap<string, number> = new Map(
	LEVELS.flatMap((operators, level) => operators.map((operator) => [operator, level] as const)),
);

const TRUTH: ReadonlySet<BinaryOperator> = new Set(["==", "!=", "<", "<=", ">", ">=", "&&", "||"]);

const ESCAPES: Readonly<Record<string, number>> = { n: 10, t: 9, r: 13, "0": 0, a: 7, b: 8, f: 12, v: 11 };

function isBinary(text: string): text is BinaryOperator {
	return LEVEL_OF.has(text);
}

/** Brackets and prefixes that may nest. */
const DEPTH_LIMIT = 100;

/** Thrown where the text is no expression, after that was reported; never leaves this file. */
class NoExpression extends Error {}

/** Reads the expression of an `#if` in which `defined` is carried out and all macros are replaced. */
class ConditionReader {
	readonly #tokens: readonly Token[];
	readonly #directive: Token;
	readonly #report: Report;
	#at = 0;
	#depth = 0;

	constructor(tokens: readonly Token[], directive: Token, report: Report) {
		this.#tokens = tokens;
		this.#directive = directive;
		this.#report = report;
	}

	read(): bigint {
		const { value } = this.#conditional(true);
		if (this.#at < this.#tokens.length) this.#fail();
		return value;
	}

	#text(): string | undefined {
		return this.#tokens.at(this.#at)?.text;
	}

	#span(): Span {
		const token = this.#tokens.at(this.#at);
		if (token !== undefined) return tokenSpan(token);
		return this.#tokens.length === 0 ? tokenSpan(this.#directive) : tokenSpan(this.#tokens[this.#at - 1]);
	}

	#fail(): never {
		this.#report.add(messages.noCondition(this.#text(), this.#span()));
		throw new NoExpression();
	}

	#nested<T>(read: () => T): T {
		if (++this.#depth > DEPTH_LIMIT) {
			this.#report.add(messages.tooDeep(this.#span()));
			throw new NoExpression();
		}
		const result = read();
		this.#depth--;
		return result;
	}

	/** `live` is whether C evaluates the expression: only then is a division by zero an error. */
	#conditional(live: boolean): Operand {
		const condition = this.#binary(0, live);
		if (this.#text() !== "?") return condition;
		this.#at++;
		const isTrue = condition.value !== 0n;
		const then = this.#nested(() => this.#conditional(live && isTrue));
		if (this.#text() !== ":") this.#fail();
		this.#at++;
		const otherwise = this.#nested(() => this.#conditional(live && !isTrue));
		const signed = then.signed && otherwise.signed;
		const { value } = isTrue ? then : otherwise;
		return { value: wrap(value, { bits: 64, signed }), signed };
	}

	#binary(level: number, live: boolean): Operand {
		let left = level === LEVELS.length ? this.#unary(live) : this.#binary(level + 1, live);
		for (;;) {
			const operator = this.#text();
			if (operator === undefined || !isBinary(operator) || LEVEL_OF.get(operator) !== level) return left;
			const at = this.#at++;
			const isDecided = (operator === "&&" && left.value === 0n) || (operator === "||" && left.value !== 0n);
			const right = this.#binary(level + 1, live && !isDecided);
			left = this.#apply(operator, left, right, live && !isDecided, this.#tokens[at]);
		}
	}

	#apply(operator: BinaryOperator, left: Operand, right: Operand, live: boolean, token: Token): Operand {
		const isShift = operator === "<<" || operator === ">>";
		const signed = left.signed && (right.signed || isShift);
		const type = { bits: 64, signed } as const;
		const converted = isShift ? right.value : wrap(right.value, type);
		const result = computeBinary(operator, type, wrap(left.value, type), converted);
		if (result === UNDEFINED_RESULT || isPointer(result)) {
			if (live) this.#report.add(messages.divisionByZero(tokenSpan(token)));
			return { value: 0n, signed };
		}
		return { value: result, signed: signed || TRUTH.has(operator) };
	}

	#unary(live: boolean): Operand {
		const token = this.#tokens.at(this.#at);
		if (token === undefined) this.#fail();
		this.#at++;
		switch (token.text) {
			case "(": {
				const inner = this.#nested(() => this.#conditional(live));
				if (this.#text() !== ")") this.#fail();
				this.#at++;
				return inner;
			}
			case "+":
				return this.#nested(() => this.#unary(live));
			case "-":
			case "~":
			case "!": {
				const operator = token.text;
				const { value, signed } = this.#nested(() => this.#unary(live));
				const result = computeUnary(operator, { bits: 64, signed }, value);
				return { value: typeof result === "bigint" ? result : 0n, signed: signed || operator === "!" };
			}
		}
		const constant = this.#constant(token);
		if (constant !== undefined) return constant;
		this.#at--;
		return this.#fail();
	}

	#constant({ kind, text }: Token): Operand | undefined {
		if (kind === "name") return { value: text === "true" ? 1n : 0n, signed: true };
		if (kind === "number") {
			const found = /^(0[xX][0-9a-fA-F]+|0[bB][01]+|\d+)([uUlL]*)$/.exec(text);
			if (found === null || /^0\d*[89]/.test(found[1])) return undefined;
			const digits = found[1];
			const value = BigInt(/^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits);
			if (value >= 1n << 64n) return undefined;
			const signed = !/u/i.test(found[2]) && value < 1n << 63n;
			return { value, signed };
		}
		const character = kind === "quoted" ? /^'(?:\\([ntrabfv0\\'"?])|([^\\]))'$/.exec(text) : null;
		if (character === null) return undefined;
		const [, escaped, plain] = character;
		const code = escaped === undefined ? plain.charCodeAt(0) : (ESCAPES[escaped] ?? escaped.charCodeAt(0));
		return { value: BigInt(code), signed: true };
	}
}

/**
 * The value of an `#if`'s expression, by C's rules on 64-bit integers; names that are left are 0, but for `true`.
 * Undefined, and reported, if it is no expression.
 */
export function evaluateCondition(
	tokens: readonly Token[],
	directive: Token,
	report: Report,
): bigint | undefined {
	try {
		return new ConditionReader(tokens, directive, report).read();
	} catch (problem) {
		if (problem instanceof NoExpression) return undefined;
		throw problem;
	}
}
