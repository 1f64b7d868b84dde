import * as messages from "../../source/messages-litmus.ts";
import type { MacroUse } from "../../source/span.ts";
import type { Report } from "../report.ts";
import type { Macro } from "./macro.ts";
import { condensed } from "./parse-define.ts";
import type { Token } from "./token.ts";
import { kindOf } from "./tokenize.ts";

/** A macro's use: what its body becomes depends on nothing else. */
export interface Call {
	readonly macro: Macro;
	/** As written, without white space at their ends; those of a variadic parameter are one. */
	readonly operands: readonly (readonly Token[])[];
	/** Whether the variadic parameter has any argument, be it an empty one. */
	readonly hasVariable: boolean;
	/** What the results say about where they come from. */
	readonly use: MacroUse;
	readonly hidden: ReadonlySet<string>;
	/** An argument with its macros replaced. */
	expanded(index: number): readonly Token[];
}

/**
 * Replaces a macro's use by its body: arguments put in, `#` and `##` carried out. Nothing in the result is expanded.
 * Arguments may be longer than what a call can take, so tokens are added one by one.
 */
export class Substitution {
	readonly #call: Call;
	readonly #report: Report;
	readonly #result: Token[] = [];

	constructor(call: Call, report: Report) {
		this.#call = call;
		this.#report = report;
	}

	run(): readonly Token[] {
		const { body, parameters } = this.#call.macro;
		let at = 0;
		while (at < body.length) {
			if (body[at].text === "##") at = this.#paste(at);
			else {
				const isPasted =
					body.at(this.#skipSpace(at + 1))?.text === "##" && this.#skipSpace(at + 1) < body.length;
				const index = parameters?.indexOf(body[at].text) ?? -1;
				if (index >= 0 && !isPasted) {
					for (const token of this.#call.expanded(index)) this.#result.push(this.#inherit(token));
					at++;
				} else {
					const { tokens, next } = this.#operand(at);
					for (const token of tokens) this.#result.push(token);
					at = next;
				}
			}
		}
		return this.#result.filter(({ kind }) => kind !== "mark");
	}

	#skipSpace(at: number): number {
		return this.#call.macro.body[at]?.kind === "space" ? at + 1 : at;
	}

	/** A token of an argument with what this use adds to it. */
	#inherit(token: Token): Token {
		const { hidden, use } = this.#call;
		const all = token.hidden === undefined ? hidden : new Set([...token.hidden, ...hidden]);
		return { ...token, hidden: all, macro: token.macro ?? use };
	}

	#own(token: Token): Token {
		return { ...token, hidden: this.#call.hidden, macro: this.#call.use };
	}

	/** The tokens that an element of the body stands for as an operand of `##`, arguments as they are written. */
	#operand(at: number): { readonly tokens: readonly Token[]; readonly next: number } {
		const { macro, operands } = this.#call;
		const { body, parameters } = macro;
		const token = body[at];
		if (token.text === "#" && parameters !== undefined) {
			const name = this.#skipSpace(at + 1);
			const argument = operands[parameters.indexOf(body[name].text)] ?? [];
			return { tokens: [this.#own({ ...token, kind: "quoted", text: quote(argument) })], next: name + 1 };
		}
		const index = parameters?.indexOf(token.text) ?? -1;
		if (index < 0) return { tokens: [this.#own(token)], next: at + 1 };
		const argument = operands[index].map((one) => this.#inherit(one));
		return {
			tokens: argument.length > 0 ? argument : [this.#own({ ...token, kind: "mark", text: "" })],
			next: at + 1,
		};
	}

	/** Carries out the `##` at an offset of the body; the offset after its right operand. */
	#paste(at: number): number {
		const { macro, hasVariable } = this.#call;
		const right = this.#skipSpace(at + 1);
		while (this.#result.at(-1)?.kind === "space") this.#result.pop();
		const left = this.#result.pop();
		const index = macro.parameters?.indexOf(macro.body[right].text) ?? -1;
		const isRest = macro.isVariadic && index === (macro.parameters?.length ?? 0) - 1;
		// The comma before `## __VA_ARGS__` goes where there are no arguments left.
		if (left?.text === "," && isRest) {
			if (!hasVariable) return right + 1;
			// As operands of any other `##`, they are put in as they are written.
			this.#result.push(left);
			for (const token of this.#call.operands[index]) this.#result.push(this.#inherit(token));
			return right + 1;
		}
		const { tokens, next } = this.#operand(right);
		const [first, ...rest] = tokens;
		if (left === undefined || left.kind === "mark") this.#result.push(first);
		else if (first.kind === "mark") this.#result.push(left);
		else this.#result.push(this.#joined(left, first));
		for (const token of rest) this.#result.push(token);
		return next;
	}

	#joined(left: Token, right: Token): Token {
		const text = left.text + right.text;
		const kind = kindOf(text);
		if (kind === undefined) {
			this.#report.add(messages.pasteIsNoToken(left.text, right.text, this.#call.use.span));
		}
		const hidden = [...(left.hidden ?? [])].filter((name) => right.hidden?.has(name));
		return { ...left, kind: kind ?? "symbol", text, hidden: new Set(hidden), macro: this.#call.use };
	}
}

/** What `#` makes of an argument. */
function quote(argument: readonly Token[]): string {
	const text = condensed(argument).map((token) =>
		token.kind === "quoted" ? token.text.replace(/[\\"]/g, "\\$&") : token.text,
	);
	return `"${text.join("")}"`;
}
