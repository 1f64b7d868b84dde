import { helperNames } from "../../litmus/helper-for.ts";
import { PRIMITIVES } from "../../litmus/primitives.ts";
import { signature } from "../../litmus/signature.ts";
import type { Completion } from "../completion.ts";
import type { DeclarationKind } from "../declaration.ts";
import { visibleDeclarations } from "../visible-declarations.ts";
import type { TestAnalysis } from "./analysis.ts";

const KINDS: Readonly<Record<DeclarationKind, Completion["kind"] | undefined>> = {
	process: undefined,
	label: undefined,
	member: undefined,
	definition: undefined,
	tag: undefined,
	function: "function",
	variable: "variable",
	initial: "variable",
	parameter: "variable",
	local: "variable",
	enumerator: "variable",
	type: "type",
	macro: "macro",
};

/** What can be called beside what a test declares. */
function callables({ dialect }: TestAnalysis): readonly Completion[] {
	const { macros } = dialect;
	const primitives =
		macros === undefined
			? [...PRIMITIVES.values()].map((one) => ({ label: one.name, detail: signature(one) }))
			: [...macros.names()].map((label) => ({
					label,
					detail: `${label}(${macros.get(label)?.parameters.join(", ")})`,
				}));
	const helpers = helperNames().map((label) => ({ label }));
	return [...primitives, ...helpers].map((one) => ({ ...one, kind: "call" }));
}

/**
 * What may be written at an offset of a test: after a dot or an arrow members, else the names that are known there,
 * and what can be called. A name that hides another is listed once.
 */
export function completeTest(analysis: TestAnalysis, path: string, offset: number): readonly Completion[] {
	const text = analysis.files.get(path)?.text ?? "";
	const before = text.slice(Math.max(0, offset - 80), Math.max(0, offset));
	const found = new Map<string, Completion>();
	const wantsMember = /(?:\.|->)\s*\w*$/.test(before);
	for (const { name, kind, text: detail } of visibleDeclarations(analysis.declarations, path, offset)) {
		const shown = wantsMember ? (kind === "member" ? "variable" : undefined) : KINDS[kind];
		if (shown !== undefined && !found.has(name))
			found.set(name, { label: name, kind: shown, detail: detail.split("\n")[0] });
	}
	if (!wantsMember)
		for (const one of callables(analysis)) if (!found.has(one.label)) found.set(one.label, one);
	return [...found.values()];
}
