import type { Finding, Findings, QuestionModel } from "./question.ts";

/** Names as a sentence lists them: `a, b and c`; `none` stands for an empty list. */
export function listed(names: readonly string[], none = "none"): string {
	if (names.length === 0) return none;
	if (names.length === 1) return names[0];
	return `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;
}

/** The labels for which a property was found so on a model, in their order. */
export function labelsWith(
	findings: Findings,
	labels: readonly string[],
	property: string,
	model: QuestionModel,
	finding: Finding,
): string[] {
	return labels.filter((label) => findings.of(label, property, model) === finding);
}

/** Whether all labels are decided for a property on a model. */
export function allDecided(
	findings: Findings,
	labels: readonly string[],
	property: string,
	model: QuestionModel,
): boolean {
	return labels.every((label) => findings.of(label, property, model) !== "incomplete");
}

/** What can be said where some search did not end. */
export const UNDECIDED = "Not decided: a search did not end within its bounds.";
