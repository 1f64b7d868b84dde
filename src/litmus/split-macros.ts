import type { Diagnostic } from "../source/diagnostic.ts";
import * as messages from "../source/messages-litmus.ts";
import type { SourceFile, Span } from "../source/span.ts";
import { type MacroToken, macroTokens } from "./macro-tokens.ts";
import { isKeyword, mayBeType } from "./macro-words.ts";
import { NESTING_LIMIT } from "./nesting.ts";

/** A macro whose body has not been read. */
export interface MacroText {
	readonly name: string;
	readonly nameSpan: Span;
	readonly parameters: readonly string[];
	/** At least one; of a block, the braces too. */
	readonly body: readonly MacroToken[];
}

const OPENING: ReadonlySet<string> = new Set(["(", "[", "{"]);
const CLOSING: ReadonlySet<string> = new Set([")", "]", "}"]);

/**
 * Finds where the macros of a file begin and end, without reading their bodies: a block ends with its brace, and an
 * expression where an operand is followed by a name outside all brackets, which no expression goes on with.
 * What the first mistake leaves unclear is given up.
 */
export class MacroSplitter {
	readonly diagnostics: Diagnostic[] = [];
	readonly #file: SourceFile;
	readonly #tokens: readonly MacroToken[];
	#at = 0;

	constructor(file: SourceFile) {
		this.#file = file;
		this.#tokens = macroTokens(file.text);
	}

	split(): readonly MacroText[] {
		const macros: MacroText[] = [];
		const last = this.#tokens.at(-1);
		if (last !== undefined && this.#file.text.startsWith("/*", last.start)) {
			this.diagnostics.push(messages.openMacroComment({ ...this.#spanOf(last), end: last.start + 2 }));
			return macros;
		}
		while (this.#at < this.#tokens.length) {
			const macro = this.#macro();
			if (macro === undefined) break;
			macros.push(macro);
		}
		return macros;
	}

	#text(): string | undefined {
		return this.#tokens.at(this.#at)?.text;
	}

	#spanOf({ start, end }: MacroToken): Span {
		return { file: this.#file, start, end };
	}

	#fail(): undefined {
		const token = this.#tokens.at(this.#at);
		if (token === undefined) {
			const end = this.#file.text.trimEnd().length;
			const span = { file: this.#file, start: Math.max(0, end - 1), end };
			this.diagnostics.push(messages.noMacroHead("the end of the file", span));
		} else this.diagnostics.push(messages.noMacroHead(`\`${token.text}\``, this.#spanOf(token)));
		return undefined;
	}

	#macro(): MacroText | undefined {
		const name = this.#tokens[this.#at];
		if (name.kind !== "name" || isKeyword(name.text)) return this.#fail();
		this.#at++;
		const parameters = this.#parameters();
		if (parameters === undefined) return undefined;
		const start = this.#at;
		if (this.#text() === "{") this.#passBrackets();
		else this.#passExpression();
		const nameSpan = this.#spanOf(name);
		const body = this.#tokens.slice(start, this.#at);
		if (body.length === 0 && this.#at < this.#tokens.length) return this.#fail();
		if (body.length === 0) {
			this.diagnostics.push(messages.noMacroBody(name.text, nameSpan));
			return undefined;
		}
		return { name: name.text, nameSpan, parameters, body };
	}

	#parameters(): readonly string[] | undefined {
		const found: string[] = [];
		if (this.#text() !== "(") return this.#fail();
		this.#at++;
		while (found.length > 0 || this.#text() !== ")") {
			const parameter = this.#tokens.at(this.#at);
			if (parameter?.kind !== "name" || isKeyword(parameter.text)) return this.#fail();
			if (found.includes(parameter.text)) {
				this.diagnostics.push(messages.duplicateMacroParameter(parameter.text, this.#spanOf(parameter)));
			}
			found.push(parameter.text);
			this.#at++;
			if (this.#text() === ")") break;
			if (this.#text() !== ",") return this.#fail();
			this.#at++;
		}
		this.#at++;
		return found;
	}

	/** Gives up the rest of the file: deeper brackets would exhaust the parser's stack. */
	#refuseDepth(): void {
		this.diagnostics.push(messages.tooDeep(this.#spanOf(this.#tokens[this.#at])));
		this.#at = this.#tokens.length;
	}

	/** Passes a bracket and all to its counterpart, whatever that is, or to the end. */
	#passBrackets(): void {
		let depth = 0;
		do {
			const text = this.#text();
			if (text === undefined) return;
			if (OPENING.has(text)) {
				depth++;
				if (depth > NESTING_LIMIT) this.#refuseDepth();
			} else if (CLOSING.has(text)) depth--;
			this.#at++;
		} while (depth > 0);
	}

	#passExpression(): void {
		let afterOperand = false;
		for (let token = this.#tokens.at(this.#at); token !== undefined; token = this.#tokens.at(this.#at)) {
			const { kind, text } = token;
			if (kind === "other" || text === ";" || CLOSING.has(text)) return;
			if (kind === "name") {
				if (afterOperand) return;
				afterOperand = text !== "sizeof";
				this.#at++;
			} else if (kind === "symbol" && OPENING.has(text)) {
				// `(int)` is followed by its operand.
				const inner: MacroToken | undefined = this.#tokens.at(this.#at + 1);
				const isSize = this.#tokens[this.#at - 1].text === "sizeof";
				const isCast: boolean =
					text === "(" && !afterOperand && !isSize && inner?.kind === "name" && mayBeType(inner.text);
				this.#passBrackets();
				afterOperand = !isCast;
			} else {
				if (text !== "++" && text !== "--") afterOperand = kind === "number";
				this.#at++;
			}
		}
	}
}
