import { baseRelations, baseSets } from "../../cat/base-names.ts";
import { BUILTIN_FUNCTIONS } from "../../cat/builtin-functions.ts";
import type { Completion } from "../completion.ts";
import { visibleDeclarations } from "../visible-declarations.ts";
import type { ModelAnalysis } from "./analyse-model.ts";
import { baseWords } from "./base-words.ts";

/** The names that a model may use at an offset of its text, each once. */
export function completeModel({ file, declarations }: ModelAnalysis, offset: number): readonly Completion[] {
	const found = new Map<string, Completion>();
	for (const { name, text } of visibleDeclarations(declarations, file.path, offset)) {
		if (!found.has(name)) found.set(name, { label: name, kind: "variable", detail: text.split("\n")[0] });
	}
	for (const label of [...baseRelations, ...baseSets, ...BUILTIN_FUNCTIONS.keys()]) {
		const words = baseWords(label);
		if (!found.has(label))
			found.set(label, { label, kind: "word", ...(words !== undefined && { detail: words }) });
	}
	return [...found.values()];
}
