import { contains } from "../contains.ts";
import type { Hover } from "../hover.ts";
import type { TestAnalysis } from "./analysis.ts";
import { describeCallable } from "./describe-callable.ts";
import { describeDeclaration } from "./describe-declaration.ts";
import { subjectAt } from "./subject-at.ts";

/** Kinds of declarations that a call may be of. */
const CALLED: readonly string[] = ["function", "macro", "process"];

/**
 * What is known of what stands at an offset of a file of a test: what a primitive does, how a function of the test is
 * called, what a variable is. Undefined where there is nothing to tell.
 */
export function hoverTest(analysis: TestAnalysis, path: string, offset: number): Hover | undefined {
	const include = analysis.includesIn(path).find(({ span }) => contains(span, path, offset));
	if (include) {
		const { start, end } = include.span;
		return include.target === undefined ? undefined : { markdown: `\`${include.target}\``, start, end };
	}
	const subject = subjectAt(analysis, path, offset);
	if (subject === undefined) return undefined;
	const { word, isCalled, declarations } = subject;
	const { start, end } = word;
	const called = isCalled ? declarations.find(({ kind }) => CALLED.includes(kind)) : undefined;
	const primitive =
		called === undefined && isCalled ? describeCallable(word.text, analysis.dialect) : undefined;
	if (primitive !== undefined) return { markdown: primitive, start, end };
	const declaration = called ?? declarations.at(0);
	if (declaration) return { markdown: describeDeclaration(declaration, analysis), start, end };
	const markdown = describeCallable(word.text, analysis.dialect);
	return markdown === undefined ? undefined : { markdown, start, end };
}
