import { formatAnswer } from "../../report/format-answer.ts";
import { QUESTIONS } from "../../ringbuf-model/questions/question-table.ts";
import { formatDiagnostic } from "../../source/format-diagnostic.ts";
import { unknownChoice } from "../../source/messages-ringbuf.ts";
import { BAD_INPUT } from "../exit-code.ts";
import type { Shell } from "../shell.ts";
import { answerQuestion } from "./answer-question.ts";

const HEADING = `# Open questions of the ring buffer's reviews, answered

Made by \`npm run answers\`: every table is what was found, and every conclusion is computed from it. *possible*
comes with a counterexample; *never* holds within the configuration that is named below each table, over
all executions that the model allows.
`;

/**
 * Answers the open questions, as Markdown on standard output.
 * @param letters which; all if empty
 * @returns the exit code: 0, or 2 if there is no such question
 */
export async function questionsCommand(letters: readonly string[], shell: Shell): Promise<number> {
	const known = QUESTIONS.map(({ letter }) => letter);
	const wrong = letters.find((letter) => !known.includes(letter));
	if (wrong !== undefined) {
		shell.writeError(`${formatDiagnostic(unknownChoice("a question", wrong, known))}\n`);
		return BAD_INPUT;
	}
	if (letters.length === 0) shell.write(HEADING);
	for (const question of QUESTIONS) {
		if (letters.length > 0 && !letters.includes(question.letter)) continue;
		const answer = formatAnswer(await answerQuestion(question, shell));
		shell.write(letters.length === 0 ? `\n${answer}` : answer);
		if (shell.isInterrupted()) return 3;
	}
	return 0;
}
