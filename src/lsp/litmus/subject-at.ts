import type { Declaration, DeclarationKind } from "../declaration.ts";
import { visibleDeclarations } from "../visible-declarations.ts";
import { type Word, wordAt } from "../word-at.ts";
import type { TestAnalysis } from "./analysis.ts";
import { isCode } from "./is-code.ts";

/** A word of a test with what it may be declared as, most fitting first. */
export interface Subject {
	readonly word: Word;
	/** Whether a parenthesis follows: then it is called. */
	readonly isCalled: boolean;
	readonly declarations: readonly Declaration[];
}

/** UTF-16 units on each side of a word that tell what it is. */
const CONTEXT = 80;

/** What a word can be, by what stands before it; undefined where that says nothing. */
function kindsAfter(before: string): readonly DeclarationKind[] | undefined {
	if (/(?:\.|->)\s*$/.test(before)) return ["member"];
	if (/\b(?:struct|union|enum)\s+$/.test(before)) return ["type"];
	return /\bgoto\s+$/.test(before) ? ["label"] : undefined;
}

/** Kinds that a word without such a sign is not. */
const MARKED: readonly DeclarationKind[] = ["member", "label"];

function declared(analysis: TestAnalysis, path: string, word: Word, before: string): readonly Declaration[] {
	const named = analysis.declarations.filter(({ name }) => name === word.text);
	const itself = named.find(
		({ span }) => span.file.path === path && span.start === word.start && span.end === word.end,
	);
	// A register where conditions and the initial state name it: `1:r0`.
	const process = /\b(\d+)\s*:\s*$/.exec(before)?.[1];
	if (process !== undefined && itself?.kind !== "label") {
		const own = named.filter((one) => one.process === Number(process) && one.kind !== "label");
		if (own.length > 0)
			return [
				...own.filter(({ kind }) => kind !== "initial"),
				...own.filter(({ kind }) => kind === "initial"),
			];
	}
	const wanted = kindsAfter(before);
	const visible = visibleDeclarations(named, path, word.start).filter(({ kind }) =>
		wanted === undefined ? !MARKED.includes(kind) : wanted.includes(kind),
	);
	const shared = ["variable", "initial"];
	if (itself?.kind === "parameter" && itself.process !== undefined) {
		// A process's parameter is the shared variable of its name.
		const variables = visible.filter(({ kind, process }) => shared.includes(kind) && process === undefined);
		return [...variables, itself];
	}
	if (itself) return [itself, ...visible.filter((one) => one !== itself)];
	return visible.filter(({ kind, process }) => kind !== "initial" || process === undefined);
}

/** The word at an offset of a file of a test, and what it may mean; undefined where there is none. */
export function subjectAt(analysis: TestAnalysis, path: string, offset: number): Subject | undefined {
	const file = analysis.files.get(path);
	const word = file && wordAt(file.text, offset, /\w/, /[A-Za-z_]/);
	if (file === undefined || word === undefined || !isCode(file, word.start)) return undefined;
	const { text } = file;
	const before = text.slice(Math.max(0, word.start - CONTEXT), word.start);
	const isCalled = /^\s*(?:\{[^{}\n]*\}\s*)?\(/.test(text.slice(word.end, word.end + CONTEXT));
	return { word, isCalled, declarations: declared(analysis, path, word, before) };
}
