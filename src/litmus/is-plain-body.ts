import { looksIntrinsic } from "./intrinsics.ts";
import type { MacroToken } from "./macro-tokens.ts";
import { isKeyword, mayBeType } from "./macro-words.ts";

const PREFIX: ReadonlySet<string> = new Set(["*", "&", "-", "+", "~", "!"]);
const BINARY: ReadonlySet<string> = new Set("+ - * / % & | ^ << >> && || == != < <= > >=".split(" "));
const BETWEEN_OPERANDS: ReadonlySet<string> = new Set(["+", "-", "&", "|", "^", "&~"]);
const INTEGER = /^(?:0[xX][0-9a-fA-F]+|\d+)[uUlL]*$/;
const TAG_PART = /^[\w.-]+$/;

/** An open bracket; `call` of a call's arguments, with how many of them have begun. */
interface Bracket {
	readonly kind: "group" | "index" | "call";
	readonly intrinsic: boolean;
	arguments: number;
}

/**
 * Whether a body is certainly correct C: names, numbers, calls, operators, and in a block nothing but
 * expressions with a semicolon each. All that is usual in a file of macros passes, at a small part of the parser's
 * cost; of a body that does not pass, the parser must say whether it is correct.
 */
export class PlainBody {
	readonly #tokens: readonly MacroToken[];
	readonly #open: Bracket[] = [];
	#at = 0;

	constructor(tokens: readonly MacroToken[]) {
		this.#tokens = tokens;
	}

	isPlain(): boolean {
		if (this.#tokens[0].text !== "{") return this.#expression() && this.#at === this.#tokens.length;
		this.#at = 1;
		while (this.#text() !== "}") {
			if (!this.#expression() || this.#text() !== ";") return false;
			this.#at++;
		}
		return this.#at === this.#tokens.length - 1;
	}

	#text(ahead = 0): string | undefined {
		return this.#tokens.at(this.#at + ahead)?.text;
	}

	/** Passes an expression; it ends at the first token that cannot be part of it. */
	#expression(): boolean {
		for (;;) {
			while (PREFIX.has(this.#text() ?? "")) this.#at++;
			if (!this.#operand()) return false;
			const go = this.#afterOperand();
			if (go !== "operand") return go === "end" && this.#open.length === 0;
		}
	}

	/** Passes what an operand begins with: at an opening parenthesis the operand is still to come. */
	#operand(): boolean {
		for (;;) {
			const token = this.#tokens.at(this.#at);
			if (token === undefined) return false;
			if (token.text === "(") {
				this.#open.push({ kind: "group", intrinsic: false, arguments: 1 });
				this.#at++;
				while (PREFIX.has(this.#text() ?? "")) this.#at++;
				continue;
			}
			this.#at++;
			if (token.kind === "number") return INTEGER.test(token.text);
			if (token.kind !== "name" || isKeyword(token.text) || mayBeType(token.text)) return false;
			const intrinsic = looksIntrinsic(token.text);
			if (intrinsic && this.#text() === "{" && !this.#tags()) return false;
			if (this.#text() !== "(") return true;
			this.#at++;
			if (this.#text() === ")") {
				this.#at++;
				return true;
			}
			this.#open.push({ kind: "call", intrinsic, arguments: 1 });
			while (PREFIX.has(this.#text() ?? "")) this.#at++;
		}
	}

	/** Passes tags in braces. */
	#tags(): boolean {
		const start = ++this.#at;
		while (this.#at < this.#tokens.length && this.#text() !== "}") this.#at++;
		const inside = this.#tokens.slice(start, this.#at);
		this.#at++;
		// Parts of a tag stand together; the dashes in it are tokens of their own.
		let tag = "";
		let end = -1;
		for (const token of inside) {
			if (token.text === ",") {
				if (!/^\w/.test(tag)) return false;
				tag = "";
			} else {
				if (!TAG_PART.test(token.text) || (tag !== "" && token.start !== end)) return false;
				tag += token.text;
			}
			end = token.end;
		}
		return /^\w/.test(tag);
	}

	/** Passes what may stand after an operand, until another is wanted, the expression ends or something is odd. */
	#afterOperand(): "operand" | "end" | "odd" {
		for (;;) {
			const text = this.#text();
			const bracket = this.#open.at(-1);
			if (text !== undefined && BINARY.has(text)) {
				this.#at++;
				return "operand";
			}
			if (text === "[") {
				this.#open.push({ kind: "index", intrinsic: false, arguments: 1 });
				this.#at++;
				return "operand";
			}
			if (bracket === undefined) return "end";
			if (text === "," && bracket.kind === "call") {
				this.#at++;
				bracket.arguments++;
				if (bracket.intrinsic && bracket.arguments === 2 && this.#passOperator()) bracket.arguments++;
				return "operand";
			}
			if (text !== (bracket.kind === "index" ? "]" : ")")) return "odd";
			this.#open.pop();
			this.#at++;
		}
	}

	/** Passes the operator, and the comma after it, that an intrinsic has as its second argument. */
	#passOperator(): boolean {
		if (!BETWEEN_OPERANDS.has(this.#text() ?? "") || this.#text(1) !== ",") return false;
		this.#at += 2;
		return true;
	}
}

/** Whether a body is certainly correct, and needs no parsing before it is used; its tokens are at least one. */
export function isPlainBody(tokens: readonly MacroToken[]): boolean {
	return new PlainBody(tokens).isPlain();
}
