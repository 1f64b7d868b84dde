import { type Difference, type DiffReport, standingOf } from "../../report/diff/difference.ts";
import { formatDifference, formatDiffSummary } from "../../report/diff/format-diff.ts";
import { formatDiffJson } from "../../report/diff/format-diff-json.ts";
import { createPaint } from "../../report/paint.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { formatDiagnostic } from "../../source/format-diagnostic.ts";
import type { NamedModel } from "../check-test.ts";
import { BAD_INPUT, INCOMPLETE } from "../exit-code.ts";
import { wordsOfModel } from "../explain/words-of-model.ts";
import { type ColorChoice, isColored } from "../is-colored.ts";
import type { TreeOptions } from "../kernel-tree/tree-options.ts";
import { loadModels } from "../load-models.ts";
import { readSource } from "../read-source.ts";
import type { Shell } from "../shell.ts";
import type { DiffBounds } from "./check-side.ts";
import { diffPair } from "./diff-pair.ts";
import { type Gathered, gatherPairs, type NamedModelWords } from "./gather-pairs.ts";
import { type Git, runGit } from "./run-git.ts";
import type { TestSide } from "./test-side.ts";

/** The options of `ringlit diff`, each with its default filled in. */
export interface DiffCommandOptions extends DiffBounds, TreeOptions {
	/** One, or several with commas between. */
	readonly model?: string;
	/** A revision, or two with two dots between. */
	readonly git?: string;
	readonly format: "text" | "json";
	readonly color: ColorChoice;
}

/**
 * Compares what can happen in tests: in text each pair when it is known, in JSON one document at the end.
 * @returns the exit code: 0 if nothing differs, 1 if something does, 2 on bad input, 3 if that is not known
 */
export async function diffCommand(
	paths: readonly string[],
	options: DiffCommandOptions,
	shell: Shell,
	git: Git = runGit,
): Promise<number> {
	const isText = options.format === "text";
	const refuse = (diagnostics: readonly Diagnostic[]): number => {
		const message = diagnostics.map(formatDiagnostic).join("\n");
		shell.writeError(`${message}\n`);
		if (!isText) shell.write(formatDiffJson({ differences: [], unchanged: 0, isCut: false }, message));
		return BAD_INPUT;
	};
	const models = await loadModels(options.model, options, shell);
	if (!models.ok) return refuse(models.diagnostics);
	const pairs = gatherPairs(paths, withWords(models.value, options), options.git, shell.files, git);
	if (!pairs.ok) return refuse(pairs.diagnostics);

	const paint = createPaint(isColored(options.color, shell.environment, shell.isTerminal));
	const differences: Difference[] = [];
	let unchanged = 0;
	for (const pair of pairs.value) {
		await shell.pause();
		if (shell.isInterrupted()) break;
		const difference = isUnchanged(pair) ? undefined : await differenceOf(pair, options, shell);
		if (difference === undefined) {
			unchanged++;
			continue;
		}
		differences.push(difference);
		if (isText) shell.write(`${formatDifference(difference, paint)}\n`);
	}
	const isCut = shell.isInterrupted();
	const report: DiffReport = { differences, unchanged, isCut };
	shell.write(isText ? `\n${formatDiffSummary(report, paint)}\n` : formatDiffJson(report));
	return diffExitCode(report);
}

/** The exit code of a comparison: 2 goes before 1, and 1 before 3. */
export function diffExitCode({ differences, isCut }: DiffReport): number {
	const standings = new Set(differences.map(standingOf));
	if (standings.has("error")) return BAD_INPUT;
	if (standings.has("differs")) return 1;
	return standings.has("incomplete") || isCut ? INCOMPLETE : 0;
}

/** The models with the options that name them: that of a kernel tree stands first, and has other options than a name. */
function withWords(models: readonly NamedModel[], options: DiffCommandOptions): NamedModelWords[] {
	const { conf, cat, bell, macros, variant, I = [] } = options;
	const hasTree = [conf, cat, bell, macros].some((file) => file !== undefined);
	const tree: TreeOptions = {
		...(conf !== undefined && { conf }),
		...(cat !== undefined && { cat }),
		...(bell !== undefined && { bell }),
		...(macros !== undefined && { macros }),
		...(variant !== undefined && { variant }),
		I,
	};
	return models.map((model, index) => ({
		model,
		modelWords: wordsOfModel(hasTree && index === 0 ? tree : { model: model.name, I }),
	}));
}

async function differenceOf(pair: Gathered, options: DiffCommandOptions, shell: Shell): Promise<Difference> {
	const { title } = pair;
	if ("diagnostics" in pair) return { kind: "error", title, diagnostics: pair.diagnostics };
	const { first, second } = pair;
	if (first !== undefined && second !== undefined) return diffPair(title, first, second, options, shell);
	const side = first === undefined ? "second" : "first";
	return { kind: "alone", title, side, label: (first ?? second)?.label ?? title };
}

/** Whether both sides are the same text on the same model, which includes nothing that could differ. */
function isUnchanged(pair: Gathered): boolean {
	if ("diagnostics" in pair || pair.first === undefined || pair.second === undefined) return false;
	const { first, second } = pair;
	if (first.model !== second.model || first.files === second.files) return false;
	const texts = [first, second].map((side) => textOf(side));
	return texts[0] !== undefined && texts[0] === texts[1] && !/#\s*include/.test(texts[0]);
}

function textOf({ path, files }: TestSide): string | undefined {
	const file = readSource(path, "a litmus test", files);
	return file.ok ? file.value.text : undefined;
}
