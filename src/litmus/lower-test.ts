import type { Program } from "../execution/program.ts";
import type { Value } from "../execution/value.ts";
import * as messages from "../source/messages-litmus.ts";
import type { Result } from "../source/result.ts";
import type { Dialect } from "./dialect.ts";
import { expandMacros } from "./expand-macros.ts";
import { finishThread } from "./finish-thread.ts";
import { guardNesting } from "./guard-nesting.ts";
import { lowerDeclarations } from "./lower-declarations.ts";
import { lowerProcess } from "./lower-process.ts";
import { lowerQuestions, observedLocals } from "./lower-questions.ts";
import { Report } from "./report.ts";
import { layOut } from "./shared-memory.ts";
import type { LitmusTest } from "./test-syntax.ts";

/** Processes must be numbered in order from 0. */
function checkNumbers(test: LitmusTest, report: Report): void {
	const seen = new Set<number>();
	test.processes.forEach((process, index) => {
		if (seen.has(process.number)) report.add(messages.duplicateProcess(process.number, process.heading));
		else if (process.number !== index) {
			report.add(messages.processOutOfOrder(process.number, index, process.heading));
		}
		seen.add(process.number);
	});
}

/**
 * A test's tree as a program: names and types resolved, bodies as instructions. All errors of the test
 * are reported, not the first alone.
 * @param dialect what the test may call, and what that means
 */
export function lowerTest(written: LitmusTest, dialect: Dialect = {}): Result<Program> {
	return guardNesting(written.file, () => {
		const report = new Report();
		const test = dialect.macros === undefined ? written : expandMacros(written, dialect.macros, report);
		checkNumbers(test, report);
		const { unit, registers } = lowerDeclarations(test, dialect, report);
		const { memory, assertions, functionAddresses } = unit;
		const locks = new Set<number>();
		const processes = test.processes.map((process, index) =>
			lowerProcess(process, unit, registers[index], locks, dialect, report),
		);
		const addressOfFunction = (name: string): Value | undefined =>
			unit.functions.has(name) ? functionAddresses.of(name) : undefined;
		const state = { memory, processes, report, addressOfFunction };
		const questions = lowerQuestions(state, test.questions);
		// An `assert` instruction has its property by its place: those come first.
		const properties = [...assertions.properties(), ...questions.properties];
		return report.result(() => ({
			name: test.name.name,
			file: test.file,
			...layOut(memory, locks, functionAddresses.names()),
			threads: processes.map(({ draft }, index) =>
				finishThread(index, draft, observedLocals(questions, index)),
			),
			...questions.asked,
			...(properties.length > 0 && { properties }),
			...(test.expectation && { expectation: test.expectation }),
		}));
	});
}
