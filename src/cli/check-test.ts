import type { Model } from "../cat/model.ts";
import type { CheckOptions } from "../checker/options.ts";
import { startCheck } from "../checker/start-check.ts";
import type { Expectation, Program } from "../execution/program.ts";
import type { Verdict } from "../execution/verdict.ts";
import type { Dialect } from "../litmus/dialect.ts";
import { loadProgram } from "../litmus/load-program.ts";
import type { Surroundings } from "../litmus/preprocess/read-include.ts";
import type { PropertyOutcome, TestOutcome } from "../report/test-outcome.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import type { Result } from "../source/result.ts";
import { describeFault } from "./describe-fault.ts";
import { judge } from "./judge.ts";
import type { LongRunOptions } from "./long-run/long-run-options.ts";
import type { NameFilter } from "./name-filter.ts";
import { readSource } from "./read-source.ts";
import type { Shell } from "./shell.ts";

/** A model as the user named it. */
export interface NamedModel {
	readonly name: string;
	readonly model: Model;
	/** What tests that are checked against it may call; the built-in primitives, if absent. */
	readonly dialect?: Dialect;
}

/** What all tests of a run have in common. */
export interface CheckSettings {
	/** At least one. A test's `Result:` comment is about the first; the others are compared with it. */
	readonly models: readonly NamedModel[];
	readonly options: CheckOptions;
	/** What long searches need, where a search is to be one; the time limit is in `options`. */
	readonly long?: LongRunOptions;
	readonly filter: NameFilter;
	/** What the directives of tests refer to. */
	readonly surroundings: Surroundings;
}

/** Milliseconds of searching after which signals are looked at. */
const SLICE = 50;

/**
 * Reads one test and checks it under every model. A file in which no name can be read goes by its own name at
 * the filter. A fault of ringlit itself is caught and told as the test's error, so that other tests go on.
 *
 * @returns an outcome a model, in their order, or undefined if the filter leaves the test out
 */
export async function checkTest(
	path: string,
	settings: CheckSettings,
	shell: Shell,
): Promise<readonly TestOutcome[] | undefined> {
	const { filter, models } = settings;
	let started = shell.now();
	const common = (model: string) => ({ file: path, model, seconds: (shell.now() - started) / 1000 });
	const unchecked = (model: string, diagnostics: readonly Diagnostic[], name?: string): TestOutcome => ({
		...common(model),
		status: "error",
		...(name !== undefined && { name }),
		diagnostics,
	});

	let programs: Result<readonly Program[]>;
	try {
		programs = load(path, settings, shell);
	} catch (fault) {
		return models.map(({ name }) => unchecked(name, [describeFault(fault, path)]));
	}
	if (!programs.ok) {
		const { diagnostics } = programs;
		return filter(fileStem(path)) ? models.map(({ name }) => unchecked(name, diagnostics)) : undefined;
	}
	const { name, quantifier, expectation, proposition, settings: given } = programs.value[0];
	if (!filter(name)) return undefined;

	const outcomes: TestOutcome[] = [];
	for (const [index, { name: modelName }] of models.entries()) {
		if (index > 0) started = shell.now();
		const promise = index === 0 ? expectation : undefined;
		try {
			const searched = await run(programs.value[index], settings.models[index], settings, shell);
			if (!searched.ok) {
				outcomes.push(unchecked(modelName, searched.diagnostics, name));
				continue;
			}
			const verdict = searched.value;
			const { positive, negative, states, flags, explored } = verdict;
			outcomes.push({
				...common(modelName),
				...judge(verdict, quantifier, promise, {
					hasCondition: proposition.kind !== "true",
					isHeld: index === 0,
				}),
				name,
				...(given && { settings: given }),
				quantifier,
				positive,
				negative,
				states,
				flags,
				...(verdict.properties.length > 0 && { properties: propertiesOf(verdict) }),
				...(verdict.deadlock && { deadlock: true }),
				...(verdict.kind === "incomplete" && { partial: true }),
				...(promise && { expected: expectedWords(promise) }),
				explored,
				warnings: programs.warnings,
			});
		} catch (fault) {
			outcomes.push(unchecked(modelName, [describeFault(fault, path)], name));
		}
	}
	return outcomes;
}

/** The test as a program for each model: models of one dialect share it. */
function load(
	path: string,
	{ models, surroundings }: CheckSettings,
	shell: Shell,
): Result<readonly Program[]> {
	const file = readSource(path, "a litmus test", shell.files);
	if (!file.ok) return file;
	const loaded = new Map<Dialect | undefined, Result<Program>>();
	const programs: Program[] = [];
	const warnings: Diagnostic[] = [];
	for (const { dialect } of models) {
		let program = loaded.get(dialect);
		if (program === undefined) {
			program = loadProgram(file.value, dialect, surroundings);
			loaded.set(dialect, program);
			if (loaded.size === 1) warnings.push(...(program.ok ? program.warnings : []));
		}
		if (!program.ok) return program;
		programs.push(program.value);
	}
	return { ok: true, value: programs, warnings };
}

async function run(
	program: Program,
	{ name, model }: NamedModel,
	{ options, long }: CheckSettings,
	shell: Shell,
): Promise<Result<Verdict>> {
	if (long !== undefined) {
		const { longCheck } = await import("./long-run/long-check.ts");
		const { timeoutSeconds: timeout, ...bounds } = options;
		const subject = { title: program.name, program, model, modelName: name, options: bounds };
		return longCheck(subject, { ...long, ...(timeout !== undefined && { timeout }) }, shell);
	}
	const search = startCheck(program, model, options);
	while (!search.advance(SLICE)) {
		await shell.pause();
		if (shell.isInterrupted()) return { ok: true, value: interrupted(search.verdict()), warnings: [] };
	}
	return { ok: true, value: search.verdict(), warnings: [] };
}

function interrupted(verdict: Verdict): Verdict {
	const limits = verdict.kind === "incomplete" ? verdict.limits : [];
	return { ...verdict, kind: "incomplete", limits: [...new Set([...limits, "interrupted" as const])] };
}

function propertiesOf({ properties, kind }: Verdict): PropertyOutcome[] {
	return properties.map(({ name, happens, witness }) => ({
		name,
		result: happens ? "possible" : kind === "incomplete" ? "open" : "never",
		...(witness !== undefined && witness.state !== "" && { state: witness.state }),
	}));
}

function expectedWords({ result, race }: Expectation): string {
	return race ? `${result} DATARACE` : result;
}

/** A file's name without its folder and its last suffix. */
function fileStem(path: string): string {
	return path.replace(/^.*\//, "").replace(/\.[^.]*$/, "");
}
