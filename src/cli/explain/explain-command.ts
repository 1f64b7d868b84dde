import type { Subject } from "../../explain/compose-story.ts";
import { loadProgram } from "../../litmus/load-program.ts";
import { displayName } from "../../report/display-name.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { formatDiagnostic } from "../../source/format-diagnostic.ts";
import { conflictingOptions, noTestNamed } from "../../source/messages-cli.ts";
import type { Result } from "../../source/result.ts";
import type { SourceFile } from "../../source/span.ts";
import type { TestText } from "../audit/with-changes.ts";
import { describeFault } from "../describe-fault.ts";
import { BAD_INPUT } from "../exit-code.ts";
import type { TreeOptions } from "../kernel-tree/tree-options.ts";
import { loadModels } from "../load-models.ts";
import type { Settings } from "../parse-settings.ts";
import { readSource } from "../read-source.ts";
import type { Shell } from "../shell.ts";
import { surroundingsOf } from "../surroundings-of.ts";
import { askOfTest } from "./ask-of-test.ts";
import type { Asked } from "./asked.ts";
import { clashingForms } from "./clashing-forms.ts";
import { identityOf } from "./identity-of.ts";
import type { TellingOptions } from "./options.ts";
import { tell } from "./tell.ts";
import { tellingCommand } from "./telling-command.ts";
import { withState } from "./with-state.ts";
import { wordsOfModel } from "./words-of-model.ts";

/** The options of `ringlit explain`, each with its default filled in. */
export interface ExplainCommandOptions extends TellingOptions, TreeOptions {
	readonly model?: string;
	readonly state?: string;
	readonly property?: string;
	readonly set?: Settings;
	/** Orderings that are changed first: `28:10=once`. */
	readonly with?: readonly string[];
	readonly unroll: number;
	readonly symmetry: boolean;
}

/**
 * Explains one outcome of one test: by the smallest execution that has it, or by why none has.
 * @returns the exit code: 0, 2 on bad input, 3 if nothing was found in time
 */
export async function explainCommand(
	path: string | undefined,
	options: ExplainCommandOptions,
	shell: Shell,
): Promise<number> {
	const refuse = (diagnostics: readonly Diagnostic[]): typeof BAD_INPUT => {
		for (const diagnostic of diagnostics) shell.writeError(`${formatDiagnostic(diagnostic)}\n`);
		return BAD_INPUT;
	};
	const words = withTest(path, options);
	if (words.path === undefined) return refuse([noTestNamed()]);
	const clash = clashingForms(words.options);
	if (clash !== undefined) return refuse([clash]);
	try {
		return await explain(words.path, words.options, shell, refuse);
	} catch (fault) {
		return refuse([describeFault(fault, words.path)]);
	}
}

async function explain(
	path: string,
	options: ExplainCommandOptions,
	shell: Shell,
	refuse: (diagnostics: readonly Diagnostic[]) => typeof BAD_INPUT,
): Promise<number> {
	const { state, property, unroll, symmetry } = options;
	if (state !== undefined && property !== undefined)
		return refuse([conflictingOptions("--state", "--property")]);
	const models = await loadModels(options.model, options, shell);
	if (!models.ok) return refuse(models.diagnostics);
	if (models.value.length > 1) return refuse([conflictingOptions("explain", "several models")]);
	const [{ name: modelName, model, dialect }] = models.value;
	const found = readSource(path, "a litmus test", shell.files);
	if (!found.ok) return refuse(found.diagnostics);
	const changed = await changedTest(
		{ file: found.value, dialect, surroundings: surroundingsOf(shell, options.set, options.I) },
		options.with ?? [],
	);
	if (!changed.ok) return refuse(changed.diagnostics);
	const { file, surroundings } = changed.value;
	const load = (source: SourceFile) => loadProgram(source, dialect, surroundings);
	const plain = load(file);
	if (!plain.ok) return refuse(plain.diagnostics);
	const loaded = state === undefined ? plain : withState(file, state, load);
	if (!loaded.ok) return refuse(loaded.diagnostics);
	for (const warning of loaded.warnings) shell.writeError(`${formatDiagnostic(warning)}\n`);
	const program = loaded.value;
	const asked: Result<Asked> = askOfTest(program, property);
	if (!asked.ok) return refuse(asked.diagnostics);
	const settings = program.settings ?? [];
	const subject: Subject = {
		title: displayName(program.name, settings),
		program,
		model,
		modelName,
		command: tellingCommand({
			modelWords: wordsOfModel(options),
			settings,
			changes: options.with,
			path,
			state,
			property,
		}),
	};
	const identity = identityOf(modelName, plain.value);
	return tell({ subject, asked: asked.value, identity, unroll, symmetry }, options, shell, refuse);
}

/** A test with the changes that are asked for; what makes them is loaded only where there are some. */
async function changedTest(test: TestText, changes: readonly string[]): Promise<Result<TestText>> {
	if (changes.length === 0) return { ok: true, value: test, warnings: [] };
	const { withChanges } = await import("../audit/with-changes.ts");
	return withChanges(test, changes);
}

/** A test that stands behind an option whose file may be left out has been taken for that file. */
function withTest(
	path: string | undefined,
	options: ExplainCommandOptions,
): { readonly path: string | undefined; readonly options: ExplainCommandOptions } {
	if (path !== undefined) return { path, options };
	for (const form of ["mail", "html", "svg", "dot", "json"] as const) {
		const target = options[form];
		if (typeof target === "string" && target.endsWith(".litmus"))
			return { path: target, options: { ...options, [form]: true } };
	}
	return { path, options };
}
