import type { Span } from "../../source/span.ts";
import { contains } from "../contains.ts";
import type { Declaration } from "../declaration.ts";
import { visibleDeclarations } from "../visible-declarations.ts";
import { type Word, wordAt } from "../word-at.ts";
import type { ModelAnalysis } from "./analyse-model.ts";
import { isCode } from "./is-code.ts";

/** A name of a model's text with its declaration. */
export interface FoundName {
	readonly word: Word;
	readonly declaration: Declaration | undefined;
}

/** The name at an offset of a model's own text; its declaration is the one that counts there, as far as the text says. */
export function nameInModel({ file, declarations }: ModelAnalysis, offset: number): FoundName | undefined {
	const word = wordAt(file.text, offset, /[\w.'-]/, /[A-Za-z_]/);
	if (word === undefined || !isCode(file.text, word.start)) return undefined;
	const isTag = file.text[word.start - 1] === "'";
	// A hyphen may be a part of what follows: `a->b`.
	const names = [word.text, word.text.replace(/[.'-]+$/, "")];
	const named = declarations.filter(({ name, kind }) => names.includes(name) && (kind === "tag" || !isTag));
	const itself = named.find(({ span }) => contains(span, file.path, offset));
	if (itself) return { word, declaration: itself };
	const visible = visibleDeclarations(named, file.path, word.start);
	const isBefore = ({ span }: Declaration): boolean =>
		span.file.path === file.path && span.start <= word.start;
	// Of definitions of one name the last before the place counts, in this file or in what it has included.
	const inner = visible.filter(({ scope }) => scope !== undefined);
	const own = visible.filter((one) => one.scope === undefined && isBefore(one));
	const others = visible.filter(({ scope, span }) => scope === undefined && span.file.path !== file.path);
	return { word, declaration: inner.at(0) ?? own.at(0) ?? others.at(-1) ?? visible.at(0) };
}

/** Where what stands at an offset of a model's text is defined: what an include leads to, or the name's definition. */
export function findInModel(analysis: ModelAnalysis, offset: number): readonly Span[] {
	const { file, includes } = analysis;
	const include = includes.find(({ span }) => contains(span, file.path, offset));
	if (include) return [{ file: include.target, start: 0, end: 0 }];
	const declaration = nameInModel(analysis, offset)?.declaration;
	return declaration === undefined ? [] : [declaration.span];
}
