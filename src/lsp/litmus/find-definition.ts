import type { Span } from "../../source/span.ts";
import { contains } from "../contains.ts";
import type { TestAnalysis } from "./analysis.ts";
import { subjectAt } from "./subject-at.ts";

/**
 * Where what stands at an offset of a file of a test is defined: what an include leads to, else the name's declaration, else
 * the macro of the model's definitions that it calls. Several for members of one name; none for what the language defines.
 */
export function findDefinition(analysis: TestAnalysis, path: string, offset: number): readonly Span[] {
	const include = analysis.includesIn(path).find(({ span }) => contains(span, path, offset));
	if (include) {
		const file = include.target === undefined ? undefined : analysis.files.get(include.target);
		return file ? [{ file, start: 0, end: 0 }] : [];
	}
	const subject = subjectAt(analysis, path, offset);
	if (subject === undefined) return [];
	const { declarations, word } = subject;
	const [first] = declarations;
	if (first?.kind === "member") return declarations.map(({ span }) => span);
	if (first) return [first.span];
	const macro = analysis.dialect.macros?.get(word.text);
	return macro ? [macro.span] : [];
}
