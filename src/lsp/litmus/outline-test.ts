import type { QuestionSyntax } from "../../litmus/condition-syntax.ts";
import { originalSpan } from "../../source/original-span.ts";
import type { Span } from "../../source/span.ts";
import type { Declaration, DeclarationKind } from "../declaration.ts";
import type { TextSymbol } from "../text-symbol.ts";
import type { TestAnalysis } from "./analysis.ts";

/** What has a place of its own in the outline. */
const SHOWN: Partial<Readonly<Record<DeclarationKind, TextSymbol["kind"]>>> = {
	process: "process",
	function: "function",
	variable: "variable",
	type: "type",
	initial: "state",
	macro: "macro",
};

function symbolOf(name: string, kind: TextSymbol["kind"], whole: Span, span: Span, detail = ""): TextSymbol {
	const start = Math.min(whole.start, span.start);
	const end = Math.max(whole.end, span.end);
	return {
		name,
		kind,
		...(detail !== "" && { detail }),
		start,
		end,
		nameStart: span.start,
		nameEnd: span.end,
		children: [],
	};
}

function ofDeclaration({ name, kind, whole, span, text, process }: Declaration): TextSymbol[] {
	const shown = SHOWN[kind];
	if (shown === undefined) return [];
	const label = kind === "initial" && process !== undefined ? `${process}:${name}` : name;
	const detail = text.split("\n")[0].replace(/ \{.*$/, "");
	return [symbolOf(label, shown, whole, span, detail === label ? "" : detail)];
}

function ofQuestion(question: QuestionSyntax): TextSymbol {
	const span = originalSpan(question.span);
	const name =
		question.kind === "final"
			? question.quantifier
			: question.kind === "forbidden"
				? question.name.name
				: question.kind;
	return symbolOf(name, "condition", span, span);
}

/** The processes, functions, variables, types, macros and conditions of a test's own file, in the order of the text. */
export function outlineTest({ file, declarations, syntax }: TestAnalysis): readonly TextSymbol[] {
	const own = declarations.filter(({ span, scope }) => span.file.path === file.path && scope === undefined);
	const questions = (syntax?.questions ?? []).filter(
		({ span }) => originalSpan(span).file.path === file.path,
	);
	return [...own.flatMap(ofDeclaration), ...questions.map(ofQuestion)].sort((a, b) => a.start - b.start);
}
