import type { Model } from "../cat/model.ts";
import type { CheckOptions } from "../checker/options.ts";
import type { Program } from "../execution/program.ts";
import type { Verdict } from "../execution/verdict.ts";
import type { Dialect } from "../litmus/dialect.ts";
import { findResults } from "../litmus/find-results.ts";
import { loadPreprocessed } from "../litmus/load-preprocessed.ts";
import { type Preprocessed, preprocess } from "../litmus/preprocess/preprocess.ts";
import type { Surroundings } from "../litmus/preprocess/read-include.ts";
import type { CheckedTest, TestOutcome } from "../report/test-outcome.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import { lineColumn } from "../source/line-column.ts";
import type { Result } from "../source/result.ts";
import type { SourceFile } from "../source/span.ts";
import { describeFault } from "./describe-fault.ts";
import { describeVerdict } from "./describe-verdict.ts";
import type { LongRunOptions } from "./long-run/long-run-options.ts";
import type { NameFilter } from "./name-filter.ts";
import { readSource } from "./read-source.ts";
import { searchThrough } from "./search-through.ts";
import type { Shell } from "./shell.ts";
import type { TextCache } from "./text-cache.ts";
import { keepVerdict, readVerdict } from "./verdicts/kept-verdicts.ts";
import { verdictKey } from "./verdicts/verdict-key.ts";

/** A model as the user named it. */
export interface NamedModel {
	readonly name: string;
	readonly model: Model;
	/** What tests that are checked against it may call; the built-in primitives, if absent. */
	readonly dialect?: Dialect;
	/** What it was read from. */
	readonly origin?: ModelOrigin;
}

/** Where a model comes from. */
export interface ModelOrigin {
	/** Names every byte that it was read from, and the options that say how. */
	readonly digest: string;
	/** Each path that was looked for to read it. */
	readonly paths: ReadonlySet<string>;
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
	/** Verdicts of earlier runs, to be used and added to. */
	readonly verdicts?: TextCache | undefined;
	/** Names the running code; without it no verdict is kept. */
	readonly build?: string | undefined;
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
	let keys: readonly (string | undefined)[] = [];
	let kept: readonly (CheckedTest | undefined)[] = [];
	let expectedLine: number | undefined;
	try {
		const text = readTest(path, settings, shell);
		if (text.ok) {
			const { verdicts } = settings;
			keys = models.map((_, index) => keyOf(path, text.value.text, index, settings));
			kept = keys.map((key) => (verdicts && key !== undefined ? readVerdict(verdicts, key) : undefined));
			if (kept.every((outcome) => outcome !== undefined)) {
				const outcomes = kept.map((outcome, index) => ({ ...outcome, ...common(models[index].name) }));
				return filter(outcomes[0].name) ? outcomes : undefined;
			}
			expectedLine = resultLine(text.value.source);
		}
		programs = text.ok ? load(text.value, text.warnings, settings) : text;
	} catch (fault) {
		return models.map(({ name }) => unchecked(name, [describeFault(fault, path)]));
	}
	if (!programs.ok) {
		const { diagnostics } = programs;
		return filter(fileStem(path)) ? models.map(({ name }) => unchecked(name, diagnostics)) : undefined;
	}
	const { name, expectation } = programs.value[0];
	if (!filter(name)) return undefined;

	const outcomes: TestOutcome[] = [];
	for (const [index, { name: modelName }] of models.entries()) {
		if (index > 0) started = shell.now();
		const known = kept[index];
		if (known !== undefined) {
			outcomes.push({ ...known, ...common(modelName) });
			continue;
		}
		try {
			const searched = await search(programs.value[index], models[index], settings, shell);
			if (!searched.ok) {
				outcomes.push(unchecked(modelName, searched.diagnostics, name));
				continue;
			}
			const verdict = searched.value;
			const outcome: TestOutcome = {
				...common(modelName),
				...describeVerdict(verdict, programs.value[index], {
					...settings.options,
					modelName,
					isHeld: index === 0,
				}),
				...(index === 0 && expectation && expectedLine !== undefined && { expectedLine }),
				warnings: programs.warnings,
			};
			outcomes.push(outcome);
			const key = keys[index];
			if (settings.verdicts && key !== undefined) keepVerdict(settings.verdicts, key, outcome);
		} catch (fault) {
			outcomes.push(unchecked(modelName, [describeFault(fault, path)], name));
		}
	}
	return outcomes;
}

/** A test's text, as it stands in its file and without directives. */
interface TestText {
	readonly source: SourceFile;
	readonly text: Preprocessed;
}

function readTest(path: string, { surroundings }: CheckSettings, shell: Shell): Result<TestText> {
	const source = readSource(path, "a litmus test", shell.files);
	if (!source.ok) return source;
	const text = preprocess(source.value, surroundings);
	return text.ok ? { ...text, value: { source: source.value, text: text.value } } : text;
}

/** The test as a program for each model: models of one dialect share it. */
function load(
	{ source, text }: TestText,
	early: readonly Diagnostic[],
	{ models }: CheckSettings,
): Result<readonly Program[]> {
	const loaded = new Map<Dialect | undefined, Result<Program>>();
	const programs: Program[] = [];
	const warnings: Diagnostic[] = [...early];
	for (const { dialect } of models) {
		let program = loaded.get(dialect);
		if (program === undefined) {
			program = loadPreprocessed(source, text, dialect);
			loaded.set(dialect, program);
			if (loaded.size === 1) warnings.push(...(program.ok ? program.warnings : []));
		}
		if (!program.ok) return program;
		programs.push(program.value);
	}
	return { ok: true, value: programs, warnings };
}

async function search(
	program: Program,
	{ name, model }: NamedModel,
	{ options, long }: CheckSettings,
	shell: Shell,
): Promise<Result<Verdict>> {
	if (long === undefined)
		return { ok: true, value: await searchThrough(program, model, options, shell), warnings: [] };
	const { longCheck } = await import("./long-run/long-check.ts");
	const { timeoutSeconds: timeout, ...bounds } = options;
	const subject = { title: program.name, program, model, modelName: name, options: bounds };
	return longCheck(subject, { ...long, ...(timeout !== undefined && { timeout }) }, shell);
}

/** The key under which a verdict is kept; undefined if it cannot be named what it follows from. */
function keyOf(
	path: string,
	text: Preprocessed,
	index: number,
	{ build, models, options, verdicts }: CheckSettings,
): string | undefined {
	const { name, origin } = models[index];
	const first = models[0].origin?.digest;
	if (verdicts === undefined || build === undefined || origin === undefined || first === undefined) return;
	// What brings a counterexample back goes by the model's name.
	const model = `${name} ${origin.digest}`;
	return verdictKey({ build, path, text, model, first, isHeld: index === 0, options });
}

/** The line of the `Result:` comment that counts, in the test's own file. */
function resultLine(source: SourceFile): number | undefined {
	const found = findResults(source.text).at(0);
	return found && lineColumn(source, found.index).line;
}

/** A file's name without its folder and its last suffix. */
function fileStem(path: string): string {
	return path.replace(/^.*\//, "").replace(/\.[^.]*$/, "");
}
