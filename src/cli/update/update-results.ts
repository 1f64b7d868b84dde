import { loadProgram } from "../../litmus/load-program.ts";
import type { CheckedTest } from "../../report/test-outcome.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { formatDiagnostic } from "../../source/format-diagnostic.ts";
import { changedMeanwhile, resultNotWritten } from "../../source/messages-gate.ts";
import type { CheckSettings } from "../check-test.ts";
import { readSource } from "../read-source.ts";
import type { Row } from "../result-table.ts";
import type { Shell } from "../shell.ts";
import { insertResult } from "./insert-result.ts";
import { resultWords } from "./result-words.ts";

/**
 * Writes `Result:` comments into the tests of a run that promise nothing and were searched to the end, after asking
 * unless `isAgreed`. A promise that is there is never touched. What was found is under the run's first model.
 *
 * @returns whether all that was to be written was; if not, standard error says why
 */
export async function updateResults(
	rows: readonly Row[],
	settings: CheckSettings,
	isAgreed: boolean,
	shell: Shell,
): Promise<boolean> {
	const tests = rows.flatMap(([first]) =>
		first.status === "pass" && !first.partial && first.expected === undefined ? [first] : [],
	);
	if (tests.length === 0) {
		shell.writeError("no test lacks a Result: that could be written\n");
		return true;
	}
	const before = new Map(tests.map(({ file }) => [file, textOf(file, shell)]));
	for (const test of tests) shell.writeError(`${test.file}: Result: ${resultWords(test)}\n`);
	const count = tests.length === 1 ? "1 test" : `${tests.length} tests`;
	if (!isAgreed && !(await shell.ask?.(`Write this into ${count}? [y/N] `))) return true;
	let isWhole = true;
	let written = 0;
	for (const test of tests) {
		const problem = writeResult(test, before.get(test.file), settings, shell);
		if (problem === undefined) written++;
		else {
			isWhole = false;
			shell.writeError(`${formatDiagnostic(problem)}\n`);
		}
	}
	shell.writeError(`${written === 1 ? "1 file" : `${written} files`} written\n`);
	return isWhole;
}

function textOf(path: string, { files }: Shell): string | undefined {
	const source = readSource(path, "a litmus test", files);
	return source.ok ? source.value.text : undefined;
}

/** @param seen the test's text when the question was asked */
function writeResult(
	{ file: path, name, ...test }: CheckedTest,
	seen: string | undefined,
	{ surroundings, models: [{ dialect }] }: CheckSettings,
	shell: Shell,
): Diagnostic | undefined {
	const now = textOf(path, shell);
	if (now === undefined || now !== seen) return changedMeanwhile(path);
	const text = insertResult(now, resultWords({ file: path, name, ...test }));
	if (text === undefined) return resultNotWritten(path);
	// What is written must read as what was meant.
	const program = loadProgram({ path, text }, dialect, surroundings);
	const isRead = program.ok && program.value.name === name && program.value.expectation !== undefined;
	return isRead ? shell.files.write(path, text) : resultNotWritten(path);
}
