import type { Model } from "../cat/model.ts";
import type { CheckOptions } from "../checker/options.ts";
import { startCheck } from "../checker/start-check.ts";
import type { Expectation, Program } from "../execution/program.ts";
import type { Verdict } from "../execution/verdict.ts";
import { loadProgram } from "../litmus/load-program.ts";
import type { TestOutcome } from "../report/test-outcome.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import { internalFault } from "../source/messages.ts";
import type { Result } from "../source/result.ts";
import { describeFault } from "./describe-fault.ts";
import { judge } from "./judge.ts";
import type { NameFilter } from "./name-filter.ts";
import { readSource } from "./read-source.ts";
import type { Shell } from "./shell.ts";

/** What all tests of a run have in common. */
export interface CheckSettings {
	readonly model: Model;
	/** The model as the user named it. */
	readonly modelName: string;
	readonly options: CheckOptions;
	readonly filter: NameFilter;
}

/** Milliseconds of searching after which signals are looked at. */
const SLICE = 50;

/**
 * Reads and checks one test. A file in which no name can be read goes by its own name at the filter.
 * A fault of ringlit itself is caught and told as the test's error, so that other tests go on.
 *
 * @returns the outcome, or undefined if the filter leaves the test out
 */
export async function checkTest(
	path: string,
	settings: CheckSettings,
	shell: Shell,
): Promise<TestOutcome | undefined> {
	const { filter, modelName } = settings;
	const started = shell.now();
	const common = () => ({ file: path, model: modelName, seconds: (shell.now() - started) / 1000 });
	const unchecked = (diagnostics: readonly Diagnostic[], name?: string): TestOutcome => ({
		...common(),
		status: "error",
		...(name !== undefined && { name }),
		diagnostics,
	});

	let name: string | undefined;
	try {
		const program = load(path, shell);
		if (!program.ok) return filter(fileStem(path)) ? unchecked(program.diagnostics) : undefined;
		name = program.value.name;
		if (!filter(name)) return undefined;
		const { quantifier, expectation } = program.value;
		const verdict = await run(program.value, settings, shell);
		const { positive, negative, states, flags, explored } = verdict;
		return {
			...common(),
			...judge(verdict, quantifier, expectation),
			name,
			quantifier,
			positive,
			negative,
			states,
			flags,
			...(expectation && { expected: expectedWords(expectation) }),
			explored,
			warnings: program.warnings,
		};
	} catch (fault) {
		return unchecked([internalFault(path, describeFault(fault))], name);
	}
}

function load(path: string, shell: Shell): Result<Program> {
	const file = readSource(path, "a litmus test", shell.files);
	return file.ok ? loadProgram(file.value) : file;
}

async function run(program: Program, { model, options }: CheckSettings, shell: Shell): Promise<Verdict> {
	const search = startCheck(program, model, options);
	while (!search.advance(SLICE)) {
		await shell.pause();
		if (shell.isInterrupted()) return interrupted(search.verdict());
	}
	return search.verdict();
}

function interrupted(verdict: Verdict): Verdict {
	const limits = verdict.kind === "incomplete" ? verdict.limits : [];
	return { ...verdict, kind: "incomplete", limits: [...new Set([...limits, "interrupted" as const])] };
}

function expectedWords({ result, race }: Expectation): string {
	return race ? `${result} DATARACE` : result;
}

/** A file's name without its folder and its last suffix. */
function fileStem(path: string): string {
	return path.replace(/^.*\//, "").replace(/\.[^.]*$/, "");
}
