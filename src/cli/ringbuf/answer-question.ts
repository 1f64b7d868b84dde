import type { Answer, AnswerRow } from "../../report/answer.ts";
import type { RingFinding } from "../../report/ring-outcome.ts";
import { describeConfiguration } from "../../ringbuf-model/describe-configuration.ts";
import { findingsOf } from "../../ringbuf-model/questions/findings-of.ts";
import type { Question, QuestionModel, Trial } from "../../ringbuf-model/questions/question.ts";

/** What the check of one trial on one model found. */
export interface TrialOutcome {
	/** In the order of the trial's properties. */
	readonly properties: readonly RingFinding[];
	/** Which accesses pair with which, sorted; empty where the question does not ask. */
	readonly pairs: readonly string[];
	/** Executions that the search went through: how much work it was. */
	readonly explored: number;
}

/** Checks a trial on a model, or remembers what was found. */
export type TrialCheck = (
	trial: Trial,
	model: QuestionModel,
	asksForPairs: boolean,
) => Promise<TrialOutcome> | TrialOutcome;

/** Answers a question from what is found about each of its trials on each of its models, one after the other. */
export async function answerQuestion(question: Question, check: TrialCheck): Promise<Answer> {
	const rows: AnswerRow[] = [];
	const pairs = new Set<string>();
	const results = new Map<Trial, Map<QuestionModel, Map<string, RingFinding>>>();
	for (const trial of question.trials) {
		const byModel = new Map<QuestionModel, Map<string, RingFinding>>();
		const findings: AnswerRow["findings"][number][] = [];
		for (const model of trial.models) {
			const outcome = await check(trial, model, question.pairsOf?.includes(trial) ?? false);
			for (const pair of outcome.pairs) pairs.add(pair);
			findings.push({ model, properties: outcome.properties });
			byModel.set(model, new Map(outcome.properties.map((found) => [found.name, found])));
		}
		results.set(trial, byModel);
		const { label, configuration } = trial;
		rows.push({
			label,
			title: describeConfiguration({ ...configuration, edits: [] }),
			changes: configuration.edits,
			findings,
		});
	}
	const { letter, text, isSummary = false } = question;
	return {
		letter,
		text,
		rows,
		isSummary,
		pairs: [...pairs].sort(),
		conclusion: question.conclude(findingsOf(question, results)),
	};
}
