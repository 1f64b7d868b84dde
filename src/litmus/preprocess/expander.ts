import * as messages from "../../source/messages-litmus.ts";
import type { MacroUse } from "../../source/span.ts";
import type { Report } from "../report.ts";
import type { Macro } from "./macro.ts";
import { Substitution } from "./substitute.ts";
import { isBlank, type Token, tokenSpan } from "./token.ts";

/** Tokens that the macros of a test may make in all, even if they vanish again. */
const TOKEN_LIMIT = 500_000;

/** How deep uses of macros may stand in each other's arguments. */
const DEPTH_LIMIT = 100;

/** The arguments of a use, all that stands between its parentheses. */
interface Operands {
	readonly operands: readonly (readonly Token[])[];
	/** Those between the arguments. */
	readonly commas: readonly Token[];
	readonly close: Token;
}

/**
 * Replaces uses of macros, by C's rules: arguments first, then what the body became together with what follows,
 * no macro in what it has made itself.
 */
export class Expander {
	readonly macros = new Map<string, Macro>();
	readonly #report: Report;
	#made = 0;
	#depth = 0;

	constructor(report: Report) {
		this.#report = report;
	}

	/** Whether so much was made that no macro is replaced any more; that was reported. */
	get isExhausted(): boolean {
		return this.#made > TOKEN_LIMIT;
	}

	/** The tokens with all macros replaced, white space kept. */
	expand(tokens: readonly Token[]): readonly Token[] {
		const input = [...tokens].reverse();
		const output: Token[] = [];
		for (let token = input.pop(); token !== undefined; token = input.pop()) {
			const replacement = this.#replacement(token, input);
			if (replacement === undefined) output.push(token);
			else for (let at = replacement.length - 1; at >= 0; at--) input.push(replacement[at]);
		}
		return output;
	}

	/** What a token becomes, its arguments taken from `input`; undefined if it stays. */
	#replacement(token: Token, input: Token[]): readonly Token[] | undefined {
		if (token.kind !== "name" || this.isExhausted) return undefined;
		const macro = this.macros.get(token.text);
		if (macro === undefined || token.hidden?.has(token.text)) return undefined;
		const given = macro.parameters === undefined ? undefined : this.#takeOperands(token, input);
		if (macro.parameters !== undefined && given === undefined) return undefined;
		const use = useOf(macro, token, given?.close);
		const hidden = hiddenAfter(token, given?.close);
		const arity = given && this.#fit(macro, given, use);
		if (given && !arity) return [];
		const operands = arity?.operands ?? [];
		const cache = new Map<number, readonly Token[]>();
		const expanded = (index: number): readonly Token[] => {
			const known = cache.get(index) ?? this.#expandOperand(operands[index], use);
			cache.set(index, known);
			return known;
		};
		const hasVariable = arity?.hasVariable ?? false;
		const call = { macro, operands, hasVariable, use, hidden, expanded };
		const made = new Substitution(call, this.#report).run();
		const wasExhausted = this.isExhausted;
		this.#made += made.length + 1;
		if (this.isExhausted && !wasExhausted)
			this.#report.add(messages.hugeMacroExpansion(TOKEN_LIMIT, use.span));
		return made;
	}

	#expandOperand(operand: readonly Token[], use: MacroUse): readonly Token[] {
		if (this.#depth >= DEPTH_LIMIT) {
			if (!this.isExhausted) this.#report.add(messages.tooDeep(use.span));
			this.#made = Number.POSITIVE_INFINITY;
			return operand;
		}
		this.#depth++;
		const result = this.expand(operand);
		this.#depth--;
		return result;
	}

	/** Takes the arguments that follow in `input`; undefined, with nothing taken, if none do. */
	#takeOperands(name: Token, input: Token[]): Operands | undefined {
		let at = input.length - 1;
		while (at >= 0 && isBlank(input[at])) at--;
		if (at < 0 || input[at].text !== "(") return undefined;
		const operands: Token[][] = [[]];
		const commas: Token[] = [];
		let depth = 1;
		for (at--; at >= 0; at--) {
			const token = input[at];
			if (token.text === "(") depth++;
			if (token.text === ")" && --depth === 0) {
				input.length = at;
				return { operands, commas, close: token };
			}
			if (token.text === "," && depth === 1) {
				commas.push(token);
				operands.push([]);
			} else operands[operands.length - 1].push(token);
		}
		this.#report.add(messages.openMacroCall(name.text, tokenSpan(name)));
		return undefined;
	}

	/** The arguments as the macro's parameters want them; undefined, and reported, if there are too many or too few. */
	#fit(
		macro: Macro,
		{ operands: raw, commas }: Operands,
		use: MacroUse,
	): { readonly operands: readonly (readonly Token[])[]; readonly hasVariable: boolean } | undefined {
		const parameters = macro.parameters ?? [];
		const written = raw.map(trimmed);
		const isNone = written.length === 1 && written[0].length === 0;
		const given = isNone && parameters.length === 0 ? [] : written;
		const wanted = macro.isVariadic ? parameters.length - 1 : parameters.length;
		const hasVariable = given.length > wanted && !(isNone && wanted === 0);
		if (given.length < wanted || (given.length > wanted && !macro.isVariadic)) {
			const form = `${macro.name}(${parameters.join(", ")})`;
			this.#report.add(messages.wrongArgumentCount(form, wanted, given.length, use.span));
			return undefined;
		}
		if (!macro.isVariadic) return { operands: given, hasVariable: false };
		const rest = raw
			.slice(wanted)
			.flatMap((operand, index) => (index === 0 ? operand : [commas[wanted + index - 1], ...operand]));
		return { operands: [...given.slice(0, wanted), trimmed(rest)], hasVariable };
	}
}

function trimmed(tokens: readonly Token[]): readonly Token[] {
	let start = 0;
	let end = tokens.length;
	while (start < end && isBlank(tokens[start])) start++;
	while (end > start && isBlank(tokens[end - 1])) end--;
	return tokens
		.slice(start, end)
		.map((token) =>
			token.kind === "comment" || token.kind === "splice" ? { ...token, kind: "space", text: " " } : token,
		);
}

/** Where a use stands, from the macro's name to the parenthesis that closes it, or that of the macro around it. */
function useOf({ name, span: definition }: Macro, token: Token, close: Token | undefined): MacroUse {
	const { file, start, end, macro } = token;
	if (macro === undefined) return { name, definition, span: { file, start, end: close?.end ?? end } };
	// The arguments of what a macro made may stand outside of its use.
	const isLonger = close !== undefined && close.macro === undefined;
	return isLonger ? { ...macro, span: { ...macro.span, end: close.end } } : macro;
}

/** What the result of a use is not to be replaced by again. */
function hiddenAfter(token: Token, close: Token | undefined): ReadonlySet<string> {
	const common =
		close === undefined
			? [...(token.hidden ?? [])]
			: [...(token.hidden ?? [])].filter((name) => close.hidden?.has(name));
	return new Set([...common, token.text]);
}
