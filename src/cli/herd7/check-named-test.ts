import { check } from "../../checker/check.ts";
import type { CheckOptions } from "../../checker/options.ts";
import type { Limit, Verdict } from "../../execution/verdict.ts";
import { loadProgram } from "../../litmus/load-program.ts";
import { formatHerd7 } from "../../report/format-herd7.ts";
import { formatHerd7Diagnostic } from "../../report/format-herd7-diagnostic.ts";
import { herd7Warning } from "../../report/herd7-warning.ts";
import { UNKNOWN_CALLS } from "../../report/unknown-calls.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { loopCut, outOfRoom, outOfTime, valuesInCircle } from "../../source/messages-herd7.ts";
import { describeFault } from "../describe-fault.ts";
import type { KernelModel } from "../load-kernel-model.ts";
import { readSource } from "../read-source.ts";
import { surroundingsOf } from "../surroundings-of.ts";
import type { Herd7Shell } from "./shell.ts";

/** What came of a test. */
export interface TestReport {
	/** The verdict, whole; absent if there is none. */
	readonly verdict?: string;
	/** What is doubtful about the test or its verdict, worded. */
	readonly warnings: readonly string[];
	/** Why there is no verdict, worded. */
	readonly errors: readonly string[];
}

/** Reads and checks one test. A fault of ringlit itself is told as the test's error. */
export function checkNamedTest(
	path: string,
	{ model, dialect }: KernelModel,
	options: CheckOptions,
	shell: Herd7Shell,
): TestReport {
	const started = shell.now();
	try {
		const file = readSource(path, "a litmus test", shell.files);
		if (!file.ok) return failed(file.diagnostics);
		const program = loadProgram(file.value, dialect, surroundingsOf(shell));
		if (!program.ok) return failed(program.diagnostics);
		const verdict = check(program.value, model, options);
		const remarks = remarksOn(verdict, options);
		const warnings = [
			...program.warnings.map(formatHerd7Diagnostic),
			...remarks.warnings.map((remark) => herd7Warning(path, remark)),
		];
		const errors = remarks.errors.map((remark) => herd7Warning(path, remark));
		if (errors.length > 0) return { warnings, errors };
		return { verdict: formatHerd7(program.value, verdict, (shell.now() - started) / 1000), warnings, errors };
	} catch (fault) {
		return failed([describeFault(fault, path)]);
	}
}

/** Each unknown call is told once, since the kernel's scripts name all that are told. */
function failed(diagnostics: readonly Diagnostic[]): TestReport {
	const seen = new Set<string>();
	const told = diagnostics.filter(({ code, message }) => {
		const isRepeated = UNKNOWN_CALLS.has(code) && seen.has(message);
		seen.add(message);
		return !isRepeated;
	});
	return { warnings: [], errors: told.map(formatHerd7Diagnostic) };
}

/** What to say of a verdict beside itself. A loop's bound leaves a verdict, other limits leave none. */
function remarksOn(
	verdict: Verdict,
	{ unroll, timeoutSeconds = 0 }: CheckOptions,
): { readonly warnings: string[]; readonly errors: string[] } {
	const limits: readonly Limit[] = verdict.kind === "incomplete" ? verdict.limits : [];
	const warnings: string[] = [];
	const errors: string[] = [];
	for (const limit of limits) {
		if (limit === "unroll") warnings.push(loopCut(unroll));
		else if (limit === "memory" || limit === "steps") errors.push(outOfRoom(limit));
		else errors.push(outOfTime(timeoutSeconds));
	}
	if (verdict.undetermined > 0) warnings.push(valuesInCircle(verdict.undetermined));
	return { warnings, errors };
}
