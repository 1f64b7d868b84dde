import { answerQuestion, type TrialCheck } from "../../src/cli/ringbuf/answer-question.ts";
import { ANSWERS_HEADING } from "../../src/report/answers-heading.ts";
import { formatAnswer } from "../../src/report/format-answer.ts";
import type { Question } from "../../src/ringbuf-model/questions/question.ts";

/** All answers as docs/answers.md has them. */
export async function answersPage(questions: readonly Question[], check: TrialCheck): Promise<string> {
	const parts = [ANSWERS_HEADING];
	for (const question of questions) parts.push(formatAnswer(await answerQuestion(question, check)));
	return parts.join("\n");
}
