import { compareFindings } from "../../report/diff/compare-findings.ts";
import type { Change, ChangeWitness, Difference, DiffReport } from "../../report/diff/difference.ts";
import type { Findings } from "../../report/diff/findings.ts";
import { formatDifference, formatDiffSummary } from "../../report/diff/format-diff.ts";
import { formatDiffJson } from "../../report/diff/format-diff-json.ts";
import { createPaint } from "../../report/paint.ts";
import type { RingOutcome } from "../../report/ring-outcome.ts";
import { shellWord } from "../../report/shell-word.ts";
import { checkConfiguration } from "../../ringbuf-model/check-configuration.ts";
import type { Configuration } from "../../ringbuf-model/configuration.ts";
import { loadRing } from "../../ringbuf-model/load-ring.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { formatDiagnostic } from "../../source/format-diagnostic.ts";
import { noOtherRing } from "../../source/messages-cli.ts";
import type { NamedModel } from "../check-test.ts";
import { BAD_INPUT } from "../exit-code.ts";
import { isColored } from "../is-colored.ts";
import { loadModels } from "../load-models.ts";
import { checkRing } from "../ringbuf/check-ring.ts";
import { configurationOf } from "../ringbuf/configuration-of.ts";
import type { RingbufOptions } from "../ringbuf/options.ts";
import { ringIdentity } from "../ringbuf/ring-identity.ts";
import type { Shell } from "../shell.ts";
import { diffExitCode } from "./diff-command.ts";
import { findWitness } from "./find-witness.ts";

/** The options of `ringlit ringbuf diff`. */
export type DiffRingOptions = RingbufOptions & {
	/** Another variant. */
	readonly against?: string;
	/** The words of the command line that say which configuration it is. */
	readonly words: readonly string[];
};

/** A configuration on a model. */
interface RingSide {
	readonly label: string;
	readonly configuration: Configuration;
	readonly model: NamedModel;
}

/** Seconds for which a witness is looked for where no other bound is given. */
const SECONDS = 20;

/** Options that a side's own take the place of, or that say nothing of the configuration. */
const REPLACED = ["--variant", "--model", "--property", "--format", "--timeout", "--unroll", "--no-symmetry"];

/**
 * Compares two variants of the ring buffer in one configuration, on each model; or one variant on the first model and on each other.
 * @returns the exit code: 0 if nothing differs, 1 if something does, 2 on bad input, 3 if that is not known
 */
export async function diffRingCommand(options: DiffRingOptions, shell: Shell): Promise<number> {
	const isText = options.format === "text";
	const refuse = (diagnostics: readonly Diagnostic[]): number => {
		const message = diagnostics.map(formatDiagnostic).join("\n");
		shell.writeError(`${message}\n`);
		if (!isText) shell.write(formatDiffJson({ differences: [], unchanged: 0, isCut: false }, message));
		return BAD_INPUT;
	};
	const configured = configurationOf(options);
	if (!configured.ok) return refuse(configured.diagnostics);
	const models = await loadModels(options.model, {}, shell);
	if (!models.ok) return refuse(models.diagnostics);
	const pairs = pairsOf(configured.value, models.value, options.against);
	if (pairs.length === 0) return refuse([noOtherRing()]);
	// Before a search that may take long.
	const problems = pairs.flatMap(([, first, second]) =>
		[first, second].flatMap((side) => checkConfiguration(side.configuration)),
	);
	if (problems.length > 0) return refuse([problems[0]]);

	const paint = createPaint(isColored(options.color, shell.environment, shell.isTerminal));
	const differences: Difference[] = [];
	for (const [title, first, second] of pairs) {
		if (shell.isInterrupted()) break;
		const compared = await diffRings(title, first, second, options, shell);
		if (compared.kind === "error") return refuse(compared.diagnostics);
		differences.push(compared);
		if (isText) shell.write(`${formatDifference(compared, paint)}\n`);
	}
	const report: DiffReport = { differences, unchanged: 0, isCut: shell.isInterrupted() };
	shell.write(isText ? `\n${formatDiffSummary(report, paint)}\n` : formatDiffJson(report));
	return diffExitCode(report);
}

function pairsOf(
	configuration: Configuration,
	models: readonly NamedModel[],
	against: string | undefined,
): (readonly [title: string, first: RingSide, second: RingSide])[] {
	const side = (label: string, model: NamedModel, variant = configuration.variant): RingSide => ({
		label,
		model,
		configuration: { ...configuration, variant },
	});
	if (against !== undefined)
		return models.map((model) => [
			model.name,
			side(configuration.variant, model),
			side(against, model, against),
		]);
	const [first, ...others] = models;
	return others.map((other) => [configuration.variant, side(first.name, first), side(other.name, other)]);
}

async function diffRings(
	title: string,
	first: RingSide,
	second: RingSide,
	options: DiffRingOptions,
	shell: Shell,
): Promise<Difference> {
	const { symmetry, unroll, timeout } = options;
	const bounds = {
		symmetry,
		stopWhenDecided: options.property !== undefined,
		...(unroll !== undefined && { unroll }),
		...(timeout !== undefined && { timeout }),
	};
	const findings: Findings[] = [];
	for (const { configuration, model } of [first, second]) {
		const outcome = await checkRing(configuration, model, bounds, shell);
		if (!outcome.ok) return { kind: "error", title, diagnostics: outcome.diagnostics };
		findings.push(findingsOf(outcome.value, shell.isInterrupted()));
	}
	const [one, other] = findings;
	const { changes, amounts } = compareFindings(one, other);
	const witnessed: (Change & { readonly witness: ChangeWitness })[] = [];
	for (const change of changes) {
		const owner = change.side === "first" ? first : second;
		witnessed.push({ ...change, witness: await witnessOf(owner, change, options, shell) });
	}
	return {
		kind: "compared",
		title,
		first: { label: first.label, limits: one.limits },
		second: { label: second.label, limits: other.limits },
		changes: witnessed,
		amounts,
		remarks: [],
	};
}

function findingsOf({ properties, flags, executions, limits }: RingOutcome, isCut: boolean): Findings {
	return {
		states: [],
		flags,
		properties: properties.map(({ name, finding }) => ({
			name,
			result: finding === "incomplete" ? "open" : finding,
		})),
		deadlock: false,
		amounts: { executions },
		limits: isCut && limits.length === 0 ? ["interrupted"] : limits,
	};
}

/** The command that tells how a property comes to happen, with a replay string where one was found in time. */
async function witnessOf(
	{ configuration, model }: RingSide,
	{ sort, name }: Change,
	{ words, symmetry, unroll, timeout = SECONDS }: DiffRingOptions,
	shell: Shell,
): Promise<ChangeWitness> {
	const told = [
		...["ringlit", "ringbuf", ...(sort === "property" ? ["explain"] : [])],
		...["--variant", configuration.variant],
		...(model.name === "lkmm" ? [] : ["--model", model.name]),
		...without(words.slice(2), REPLACED),
	];
	const line = (more: readonly string[]): string => [...told, ...more].map(shellWord).join(" ");
	if (sort !== "property") return { command: line([]) };
	const asked: Configuration = { ...configuration, properties: [name] };
	const bare: ChangeWitness = { command: line(["--property", name]) };
	const ring = loadRing(asked);
	if (!ring.ok || shell.isInterrupted()) return bare;
	const { program, text, unroll: enough } = ring.value;
	const found = await findWitness(
		program,
		model.model,
		{ kind: "property", property: 0 },
		{ unroll: unroll ?? enough, symmetry, timeoutSeconds: timeout },
		ringIdentity(model.name, text),
		shell,
	);
	if (found === undefined) return bare;
	const { replay, ...shown } = found;
	return { command: line(["--property", name, "--replay", replay]), ...shown };
}

/** Words without some options, which all have a value but for those that begin with `--no-`. */
function without(words: readonly string[], options: readonly string[]): string[] {
	const kept: string[] = [];
	for (let at = 0; at < words.length; at++) {
		if (!options.includes(words[at])) kept.push(words[at]);
		else if (!words[at].startsWith("--no-")) at++;
	}
	return kept;
}
