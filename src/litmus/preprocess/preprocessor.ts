import type { Setting } from "../../execution/setting.ts";
import * as messages from "../../source/messages-litmus.ts";
import { nearestNames } from "../../source/nearest-names.ts";
import type { SourceFile } from "../../source/span.ts";
import type { Report } from "../report.ts";
import { Conditionals } from "./conditionals.ts";
import { evaluateCondition } from "./evaluate-condition.ts";
import { Expander } from "./expander.ts";
import { includedName, isEmptyHeader, isGuardClosed } from "./include-name.ts";
import { isSameMacro, type Macro } from "./macro.ts";
import { MADE_LIMIT, MadeText } from "./made-text.ts";
import { ParameterTable } from "./parameter-table.ts";
import { parseDefine, RESERVED_NAMES } from "./parse-define.ts";
import { ParameterParser } from "./parse-parameter.ts";
import type { Surroundings } from "./read-include.ts";
import { type Segment, splitLines } from "./split-lines.ts";
import { isBlank, type Token, tokenSpan, tokensSpan, wordsSpan } from "./token.ts";
import { tokenize } from "./tokenize.ts";

type Directive = Segment & { readonly kind: "directive" };

/** How deep files may include each other. */
const INCLUDE_LIMIT = 50;

const DIRECTIVES: readonly string[] =
	"include define undef if ifdef ifndef elif elifdef elifndef else endif error warning pragma line parameter".split(
		" ",
	);

/** Carries out the directives of one test. */
export class Preprocessor {
	readonly #surroundings: Surroundings;
	readonly #report: Report;
	readonly #expander: Expander;
	readonly #parameters: ParameterTable;
	readonly #made = new MadeText();
	/** The file that is read, after those whose includes led to it. */
	readonly #open: SourceFile[] = [];
	readonly #once = new Set<string>();
	readonly #segments = new Map<string, readonly Segment[]>();
	#conditionals: Conditionals;
	/** Whether the header `C NAME` was met: what follows `C` in its line is no place for macros. */
	#hasHeader = false;
	#isFull = false;

	constructor(surroundings: Surroundings, report: Report) {
		this.#surroundings = surroundings;
		this.#report = report;
		this.#expander = new Expander(report);
		this.#parameters = new ParameterTable(surroundings.parameters ?? new Map(), report);
		this.#conditionals = new Conditionals(report);
	}

	/** What a test becomes. */
	run(file: SourceFile): SourceFile {
		this.#readFile(file);
		return this.#made.file(file.path);
	}

	/** The value of a parameter that the test declares. */
	parameter(name: string): bigint | undefined {
		return this.#parameters.value(name);
	}

	/** The parameters that were given; names that nothing declares are reported. */
	settings(file: SourceFile): readonly Setting[] {
		return this.#parameters.settings(file);
	}

	#readFile(file: SourceFile): void {
		const segments = this.#segments.get(file.path) ?? splitLines(tokenize(file));
		this.#segments.set(file.path, segments);
		const around = this.#conditionals;
		this.#conditionals = new Conditionals(this.#report);
		this.#open.push(file);
		for (const segment of segments) {
			if (this.#isFull) break;
			if (segment.kind === "directive") this.#directive(segment);
			else if (this.#conditionals.isLive) this.#text(segment.tokens);
		}
		if (!this.#isFull) this.#conditionals.finish();
		this.#open.pop();
		this.#conditionals = around;
	}

	#text(tokens: readonly Token[]): void {
		this.#checkComments(tokens);
		const header = this.#headerOf(tokens);
		this.#emit(tokens.slice(0, header));
		this.#emit(this.#expander.expand(tokens.slice(header)));
	}

	/** How many tokens there are up to the end of the header's line, if it stands here. */
	#headerOf(tokens: readonly Token[]): number {
		if (this.#hasHeader) return 0;
		const first = tokens.findIndex((token) => !isBlank(token));
		if (first < 0) return 0;
		this.#hasHeader = true;
		if (tokens[first].text !== "C" || !tokens[first + 1] || !isBlank(tokens[first + 1])) return 0;
		const end = tokens.findIndex(({ kind }, index) => index > first && kind === "break");
		return end < 0 ? tokens.length : end;
	}

	#emit(tokens: readonly Token[]): void {
		for (const token of tokens) {
			if (this.#made.length + token.text.length > MADE_LIMIT) {
				this.#report.add(messages.hugeMadeText(MADE_LIMIT, tokenSpan(token)));
				this.#isFull = true;
				return;
			}
			this.#made.add(token);
		}
	}

	#directive(line: Directive): void {
		const { words, end } = line;
		const [name, ...operands] = words;
		if (name !== undefined) this.#carryOut(line, name, operands);
		// Lines stay apart.
		if (end !== undefined && this.#conditionals.isLive) this.#emit([end]);
	}

	/** Carries out a directive that says which lines are kept; false if it is another. */
	#choose(name: Token, operands: readonly Token[]): boolean {
		const conditionals = this.#conditionals;
		switch (name.text) {
			case "if":
				conditionals.begin(name, () => this.#isTrue(name, operands));
				return true;
			case "ifdef":
			case "ifndef":
				conditionals.begin(name, () => this.#isDefined(name, operands));
				return true;
			case "elif":
				conditionals.next(name, () => this.#isTrue(name, operands));
				return true;
			case "elifdef":
			case "elifndef":
				conditionals.next(name, () => this.#isDefined(name, operands));
				return true;
			case "else":
				conditionals.next(name);
				return true;
			case "endif":
				conditionals.end(name);
				return true;
			default:
				return false;
		}
	}

	#carryOut(line: Directive, name: Token, operands: readonly Token[]): void {
		if (this.#choose(name, operands) || !this.#conditionals.isLive) return;
		this.#checkComments(line.tokens);
		switch (name.text) {
			case "define":
				this.#define(parseDefine(line.tokens.slice(line.tokens.indexOf(name) + 1), name, this.#report));
				break;
			case "undef":
				this.#undefine(name, operands);
				break;
			case "include":
				this.#include(name, operands);
				break;
			case "parameter":
				this.#parameter(name, operands);
				break;
			case "error":
			case "warning":
				this.#report.add(messages.directiveSays(name.text, textOf(operands), wordsSpan(operands, name)));
				break;
			case "pragma":
				if (operands.at(0)?.text === "once") this.#once.add(name.file.path);
				break;
			case "line":
				break;
			default: {
				// `# 12 "file.c"` is what a preprocessor leaves behind.
				if (name.kind === "number") break;
				const near = nearestNames(name.text, DIRECTIVES);
				this.#report.add(messages.unknownDirective(name.text, near, tokenSpan(name)));
			}
		}
	}

	#checkComments(tokens: readonly Token[]): void {
		const open = tokens.find(({ kind }) => kind === "open");
		if (open) this.#report.add(messages.openComment({ ...tokenSpan(open), end: open.start + 2 }));
	}

	#define(macro: Macro | undefined): void {
		if (macro === undefined) return;
		const known = this.#expander.macros.get(macro.name);
		if (known !== undefined && !isSameMacro(known, macro)) {
			this.#report.add(messages.macroRedefined(macro.name, known.isParameter, known.span, macro.span));
		} else this.#expander.macros.set(macro.name, known ?? macro);
	}

	#undefine(directive: Token, operands: readonly Token[]): void {
		const name = this.#onlyName(directive, operands);
		if (name === undefined) return;
		const known = this.#expander.macros.get(name.text);
		if (known?.isParameter) {
			this.#report.add(messages.macroRedefined(name.text, true, known.span, tokenSpan(name)));
		} else this.#expander.macros.delete(name.text);
	}

	#onlyName(directive: Token, operands: readonly Token[]): Token | undefined {
		const [name, extra] = operands;
		if (name?.kind !== "name" || extra !== undefined) {
			this.#report.add(messages.macroNameMissing(directive.text, tokenSpan(extra ?? name ?? directive)));
			return undefined;
		}
		return name;
	}

	#isDefined(directive: Token, operands: readonly Token[]): boolean {
		const name = this.#onlyName(directive, operands);
		if (name === undefined) return false;
		return this.#expander.macros.has(name.text) !== directive.text.endsWith("ndef");
	}

	#isTrue(directive: Token, operands: readonly Token[]): boolean {
		const words: Token[] = [];
		for (let at = 0; at < operands.length; at++) {
			const token = operands[at];
			if (token.text !== "defined") words.push(token);
			else {
				const isClosed = operands.at(at + 1)?.text === "(";
				const name = operands.at(at + (isClosed ? 2 : 1));
				at += isClosed ? 3 : 1;
				if (name?.kind !== "name" || (isClosed && operands.at(at)?.text !== ")")) {
					this.#report.add(messages.macroNameMissing("defined", tokenSpan(name ?? token)));
					return false;
				}
				const text = this.#expander.macros.has(name.text) ? "1" : "0";
				words.push({ ...token, kind: "number", text });
			}
		}
		const expanded = this.#expander.expand(words).filter((token) => !isBlank(token));
		for (const token of expanded) this.#doubt(token);
		return (evaluateCondition(expanded, directive, this.#report) ?? 0n) !== 0n;
	}

	/** Warns of a name that counts as 0 in a condition and looks like one that is defined. */
	#doubt(token: Token): void {
		if (token.kind !== "name" || token.text === "true" || token.text === "false") return;
		const near = nearestNames(token.text, this.#expander.macros.keys());
		if (near.length > 0) this.#report.add(messages.undefinedInCondition(token.text, near, tokenSpan(token)));
	}

	#parameter(directive: Token, operands: readonly Token[]): void {
		const [name, ...rest] = operands;
		const words = name && [name, ...this.#expander.expand(rest).filter((token) => !isBlank(token))];
		const declaration = new ParameterParser(words ?? [], directive, this.#report).parse();
		if (declaration === undefined) return;
		const known = this.#expander.macros.get(declaration.name);
		if (RESERVED_NAMES.has(declaration.name)) {
			this.#report.add(messages.reservedMacroName(declaration.name, declaration.span));
		} else if (known !== undefined && !known.isParameter) {
			this.#report.add(messages.macroRedefined(declaration.name, false, known.span, declaration.span));
		} else {
			const macro = this.#parameters.declare(declaration, [...this.#open], name);
			if (macro !== undefined) this.#expander.macros.set(macro.name, macro);
		}
	}

	#include(directive: Token, operands: readonly Token[]): void {
		const wanted = includedName(operands, (tokens) => this.#expander.expand(tokens));
		if (wanted === undefined) {
			this.#report.add(messages.noIncludeName(tokenSpan(operands.at(0) ?? directive)));
			return;
		}
		const { name, isAngled } = wanted;
		const span = tokensSpan(operands);
		const { readInclude } = this.#surroundings;
		const file = isAngled ? readInclude?.(name) : readInclude?.(name, directive.file.path);
		if (file === undefined) {
			if (!isAngled || !isEmptyHeader(name)) this.#report.add(messages.includeMissing(name, isAngled, span));
			return;
		}
		if (this.#once.has(file.path)) return;
		const at = this.#open.findIndex(({ path }) => path === file.path);
		const isGuarded = isGuardClosed(this.#segments.get(file.path) ?? [], this.#expander.macros);
		if (at >= 0 && !isGuarded) {
			const circle = [...this.#open.slice(at).map(({ path }) => path), file.path];
			this.#report.add(messages.includeCircle(circle, span));
		} else if (this.#open.length > INCLUDE_LIMIT) {
			this.#report.add(messages.includesTooDeep(INCLUDE_LIMIT, span));
		} else this.#readFile(at >= 0 ? this.#open[at] : file);
	}
}

function textOf(tokens: readonly Token[]): string {
	const first = tokens.at(0);
	return first === undefined ? "" : first.file.text.slice(first.start, tokens[tokens.length - 1].end);
}
