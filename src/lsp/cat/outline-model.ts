import type { TextSymbol } from "../text-symbol.ts";
import type { ModelAnalysis } from "./analyse-model.ts";

/** The names that a model's own text defines for all that follows, in its order. */
export function outlineModel({ file, declarations }: ModelAnalysis): readonly TextSymbol[] {
	return declarations
		.filter(
			({ span, scope, kind }) => span.file.path === file.path && scope === undefined && kind === "definition",
		)
		.map(({ name, span, whole }) => ({
			name,
			kind: "definition",
			start: Math.min(whole.start, span.start),
			end: Math.max(whole.end, span.end),
			nameStart: span.start,
			nameEnd: span.end,
			children: [],
		}));
}
