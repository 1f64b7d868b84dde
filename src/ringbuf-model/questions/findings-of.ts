import type { Finding, Findings, Question, QuestionModel, Trial } from "./question.ts";

/** What was found about one trial on one model: by property. */
type TrialResult = ReadonlyMap<string, { readonly finding: Finding }>;

/**
 * What was found, for a question to conclude from.
 * @param results by trial and model
 */
export function findingsOf(
	question: Question,
	results: ReadonlyMap<Trial, ReadonlyMap<QuestionModel, TrialResult>>,
): Findings {
	return {
		of: (label, property, model) => {
			const trial = question.trials.find(
				(one) => one.label === label && one.properties.includes(property) && one.models.includes(model),
			);
			const found = trial && results.get(trial)?.get(model)?.get(property);
			if (found === undefined)
				throw new Error(`question ${question.letter} has not tried ${property} of ${label} on ${model}`);
			return found.finding;
		},
	};
}
