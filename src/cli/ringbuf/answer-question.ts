import type { Answer, AnswerRow } from "../../report/answer.ts";
import type { RingFinding } from "../../report/ring-outcome.ts";
import { pairCollector } from "../../ringbuf-model/pair-collector.ts";
import { findingsOf } from "../../ringbuf-model/questions/answer-question.ts";
import type { Question, QuestionModel, Trial } from "../../ringbuf-model/questions/question.ts";
import { loadModels } from "../load-models.ts";
import type { Shell } from "../shell.ts";
import { checkRing } from "./check-ring.ts";

/**
 * Answers a question by checking each of its trials on each of its models.
 * @throws Error if a trial or a model of ringlit's own is in error
 */
export async function answerQuestion(question: Question, shell: Shell): Promise<Answer> {
	const rows: AnswerRow[] = [];
	const pairs = new Set<string>();
	const results = new Map<Trial, Map<QuestionModel, Map<string, RingFinding["finding"]>>>();
	for (const trial of question.trials) {
		const byModel = new Map<QuestionModel, Map<string, RingFinding["finding"]>>();
		const findings: AnswerRow["findings"][number][] = [];
		let title = "";
		for (const model of trial.models) {
			const loaded = await loadModels(model, {}, shell);
			if (!loaded.ok) throw new Error(`${model} does not load`);
			const outcome = await checkRing(
				{ ...trial.configuration, properties: trial.properties },
				loaded.value[0],
				{ symmetry: true, stopWhenDecided: true },
				shell,
				question.pairsOf?.includes(trial) ? [pairCollector(pairs)] : [],
			);
			if (!outcome.ok) throw new Error(outcome.diagnostics.map(({ message }) => message).join("; "));
			const properties = outcome.value.properties.filter(({ name }) => trial.properties.includes(name));
			title = outcome.value.title;
			findings.push({ model, properties });
			byModel.set(model, new Map(properties.map(({ name, finding }) => [name, finding])));
		}
		results.set(trial, byModel);
		rows.push({ label: trial.label, title, findings });
	}
	const { letter, text } = question;
	return {
		letter,
		text,
		rows,
		pairs: [...pairs].sort(),
		conclusion: question.conclude(findingsOf(question, results)),
	};
}
