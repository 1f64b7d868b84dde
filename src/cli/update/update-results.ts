import { loadProgram } from "../../litmus/load-program.ts";
import type { CheckedTest } from "../../report/test-outcome.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { formatDiagnostic } from "../../source/format-diagnostic.ts";
import { changedMeanwhile, resultIntoOtherBytes, resultNotWritten } from "../../source/messages-gate.ts";
import type { CheckSettings } from "../check-test.ts";
import type { Row } from "../result-table.ts";
import type { Shell } from "../shell.ts";
import { insertResult } from "./insert-result.ts";
import { resultWords } from "./result-words.ts";

const BYTE_ORDER_MARK = /^\ufeff/;

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

/** A file that was read before as it is, with its byte-order mark if it has one; undefined if it is gone. */
function textOf(path: string, { files }: Shell): Text | undefined {
	const bytes = files.read(path, Number.POSITIVE_INFINITY);
	if (!bytes.ok) return undefined;
	const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.value);
	return { text, isExact: Buffer.from(text).equals(bytes.value) };
}

interface Text {
	readonly text: string;
	/** Whether the text, written, would be what was read. */
	readonly isExact: boolean;
}

/** @param seen the test's text when the question was asked */
function writeResult(
	{ file: path, name, ...test }: CheckedTest,
	seen: Text | undefined,
	{ surroundings, models: [{ dialect }] }: CheckSettings,
	shell: Shell,
): Diagnostic | undefined {
	const now = textOf(path, shell);
	if (now === undefined || now.text !== seen?.text) return changedMeanwhile(path);
	if (!now.isExact) return resultIntoOtherBytes(path);
	const text = insertResult(now.text, resultWords({ file: path, name, ...test }));
	if (text === undefined) return resultNotWritten(path);
	// What is written must read as what was meant.
	const program = loadProgram({ path, text: text.replace(BYTE_ORDER_MARK, "") }, dialect, surroundings);
	const isRead = program.ok && program.value.name === name && program.value.expectation !== undefined;
	return isRead ? shell.files.write(path, text) : resultNotWritten(path);
}
