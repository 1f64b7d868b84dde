import {
	type FailedMatchResult,
	type Grammar,
	type MatchResult,
	makeRecipe,
	type Node,
	type Semantics,
} from "ohm-js";
import recipe from "../../grammar/cat.ohm?recipe";
import { nestedTooDeep, syntaxError } from "../source/messages-cat.ts";
import type { Result } from "../source/result.ts";
import type { SourceFile } from "../source/span.ts";
import { buildSyntax } from "./build-syntax.ts";
import { condense } from "./condensed-text.ts";
import { nestingLimit, nestingOverflow } from "./nesting.ts";
import type { ModelText } from "./syntax.ts";

const foundToken = /[A-Za-z][\w.'-]*|"[^"\n]{0,30}|\d+|\S/y;

let compiled: { readonly grammar: Grammar; readonly semantics: Semantics } | undefined;

/** Compiling the grammar takes some milliseconds, so it waits until a model is read. */
function catGrammar(): { readonly grammar: Grammar; readonly semantics: Semantics } {
	if (compiled === undefined) {
		const parser = makeRecipe(recipe);
		compiled = { grammar: parser, semantics: parser.createSemantics() };
	}
	return compiled;
}

function tokenAt(pattern: RegExp, text: string, offset: number): string | undefined {
	pattern.lastIndex = offset;
	return pattern.exec(text)?.[0];
}

/**
 * The syntax tree of a model's text, or what is wrong with its syntax: one error, at the first place
 * that cannot be part of a model. Never throws.
 */
export function parseModel(file: SourceFile): Result<ModelText> {
	const overflow = nestingOverflow(file.text);
	if (overflow !== undefined) {
		const span = { file, start: overflow, end: overflow + 1 };
		return { ok: false, diagnostics: [nestedTooDeep(nestingLimit, span)] };
	}
	const condensed = condense(file.text);
	const { grammar: parser, semantics } = catGrammar();
	const match: MatchResult | FailedMatchResult = parser.match(condensed.text, "Model");
	if (!match.failed()) {
		const root = semantics(match) as Node;
		return { ok: true, value: buildSyntax(root, file, condensed.original), warnings: [] };
	}
	const start = condensed.original(match.getRightmostFailurePosition());
	const found = tokenAt(foundToken, file.text, start);
	const span = { file, start, end: start + (found ?? "").length };
	return { ok: false, diagnostics: [syntaxError(match.getExpectedText(), found, span)] };
}
