import { readExpectation } from "../../litmus/expectation.ts";
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
	for (const test of tests) shell.writeError(`${test.file}: Result: ${resultWords(test)}\n`);
	const count = tests.length === 1 ? "1 test" : `${tests.length} tests`;
	if (!isAgreed && !(await shell.ask?.(`Write this into ${count}? [y/N] `))) return true;
	let isWhole = true;
	let written = 0;
	for (const test of tests) {
		const problem = writeResult(test, settings, shell);
		if (problem === undefined) written++;
		else {
			isWhole = false;
			shell.writeError(`${formatDiagnostic(problem)}\n`);
		}
	}
	shell.writeError(`${written === 1 ? "1 file" : `${written} files`} written\n`);
	return isWhole;
}

function writeResult(test: CheckedTest, settings: CheckSettings, shell: Shell): Diagnostic | undefined {
	const { file: path } = test;
	const source = readSource(path, "a litmus test", shell.files);
	if (!source.ok) return source.diagnostics[0];
	const { surroundings, models } = settings;
	const words = resultWords(test);
	const text = insertResult(source.value.text, words);
	if (text === undefined) return resultNotWritten(path);
	// What is written must read as what was meant, and the test must still be the one that was checked.
	const before = loadProgram(source.value, models[0].dialect, surroundings);
	if (!before.ok || before.value.name !== test.name) return changedMeanwhile(path);
	const after = loadProgram({ path, text }, models[0].dialect, surroundings);
	const promised = readExpectation({ path, text });
	const isRead = promised.ok && promised.value !== undefined && after.ok && after.value.name === test.name;
	if (!isRead) return resultNotWritten(path);
	return shell.files.write(path, text);
}
