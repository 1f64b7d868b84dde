import { ANSWERS_HEADING } from "../../report/answers-heading.ts";
import { formatAnswer } from "../../report/format-answer.ts";
import { QUESTIONS } from "../../ringbuf-model/questions/question-table.ts";
import { formatDiagnostic } from "../../source/format-diagnostic.ts";
import { unknownChoice } from "../../source/messages-ringbuf.ts";
import { BAD_INPUT, INCOMPLETE } from "../exit-code.ts";
import type { Shell } from "../shell.ts";
import { answerQuestion, type TrialCheck } from "./answer-question.ts";
import { checkTrial } from "./check-trial.ts";
import type { RingbufOptions } from "./options.ts";
import { questionModels } from "./question-models.ts";

/**
 * Answers the open questions, as Markdown on standard output.
 * @param letters which; all if empty
 * @returns the exit code: 0, 3 if a search did not end, or 2 if there is no such question
 */
export async function questionsCommand(
	letters: readonly string[],
	{ timeout }: Pick<RingbufOptions, "timeout">,
	shell: Shell,
): Promise<number> {
	const known = QUESTIONS.map(({ letter }) => letter);
	const wrong = letters.find((letter) => !known.includes(letter));
	if (wrong !== undefined) {
		shell.writeError(`${formatDiagnostic(unknownChoice("a question", wrong, known))}\n`);
		return BAD_INPUT;
	}
	const modelOf = questionModels(shell);
	let isComplete = true;
	const check: TrialCheck = async (trial, model, asksForPairs) => {
		const outcome = await checkTrial(trial, await modelOf(model), asksForPairs, timeout, shell);
		if (outcome.properties.some(({ finding }) => finding === "incomplete")) isComplete = false;
		return outcome;
	};
	if (letters.length === 0) shell.write(ANSWERS_HEADING);
	for (const question of QUESTIONS) {
		if (letters.length > 0 && !letters.includes(question.letter)) continue;
		const answer = formatAnswer(await answerQuestion(question, check));
		shell.write(letters.length === 0 ? `\n${answer}` : answer);
		if (shell.isInterrupted()) return INCOMPLETE;
	}
	return isComplete ? 0 : INCOMPLETE;
}
