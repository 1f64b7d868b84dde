import type { Model } from "../cat/model.ts";
import type { CheckOptions } from "../checker/options.ts";
import type { Program } from "../execution/program.ts";
import type { Dialect } from "../litmus/dialect.ts";
import { loadProgram } from "../litmus/load-program.ts";
import type { Surroundings } from "../litmus/preprocess/read-include.ts";
import type { TestOutcome } from "../report/test-outcome.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import type { Result } from "../source/result.ts";
import { describeFault } from "./describe-fault.ts";
import { describeVerdict } from "./describe-verdict.ts";
import type { NameFilter } from "./name-filter.ts";
import { readSource } from "./read-source.ts";
import { searchThrough } from "./search-through.ts";
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
	readonly filter: NameFilter;
	/** What the directives of tests refer to. */
	readonly surroundings: Surroundings;
}

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
	const { name } = programs.value[0];
	if (!filter(name)) return undefined;

	const outcomes: TestOutcome[] = [];
	for (const [index, { name: modelName, model }] of models.entries()) {
		if (index > 0) started = shell.now();
		try {
			const verdict = await searchThrough(programs.value[index], model, settings.options, shell);
			outcomes.push({
				...common(modelName),
				...describeVerdict(verdict, programs.value[index], {
					...settings.options,
					modelName,
					isHeld: index === 0,
				}),
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

/** A file's name without its folder and its last suffix. */
function fileStem(path: string): string {
	return path.replace(/^.*\//, "").replace(/\.[^.]*$/, "");
}
