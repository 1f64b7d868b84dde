import type { Subject } from "../../explain/compose-story.ts";
import { alsoPossible, nothingHappens } from "../../report/story-headline.ts";
import type { Configuration } from "../../ringbuf-model/configuration.ts";
import { describeConfiguration } from "../../ringbuf-model/describe-configuration.ts";
import { loadRing } from "../../ringbuf-model/load-ring.ts";
import { processesOf } from "../../ringbuf-model/processes-of.ts";
import { ringFrames } from "../../ringbuf-model/ring-frames.ts";
import { variantNamed } from "../../ringbuf-model/variants.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { formatDiagnostic } from "../../source/format-diagnostic.ts";
import { conflictingOptions } from "../../source/messages-cli.ts";
import { BAD_INPUT, INCOMPLETE } from "../exit-code.ts";
import type { Asked } from "../explain/asked.ts";
import { clashingForms } from "../explain/clashing-forms.ts";
import type { TellingOptions } from "../explain/options.ts";
import { tell } from "../explain/tell.ts";
import { loadModels } from "../load-models.ts";
import type { Shell } from "../shell.ts";
import { changedConfiguration } from "./changed-configuration.ts";
import { checkRing } from "./check-ring.ts";
import { configurationOf } from "./configuration-of.ts";
import type { RingbufOptions } from "./options.ts";
import { ringIdentity } from "./ring-identity.ts";

/** The options of `ringlit ringbuf explain`. */
export type ExplainRingOptions = RingbufOptions &
	Omit<TellingOptions, "timeout"> & {
		/** The words of the command line that say which configuration it is. */
		readonly words: readonly string[];
	};

const DEFAULT_SECONDS = 20;

/**
 * Explains how a property of the ring buffer comes to happen: the one that is named, or else the first that does.
 * @returns the exit code: 0, 2 on bad input, 3 if nothing was found in time
 */
export async function explainRingCommand(options: ExplainRingOptions, shell: Shell): Promise<number> {
	const refuse = (diagnostics: readonly Diagnostic[]): typeof BAD_INPUT => {
		for (const diagnostic of diagnostics) shell.writeError(`${formatDiagnostic(diagnostic)}\n`);
		return BAD_INPUT;
	};
	const { symmetry, timeout: seconds = DEFAULT_SECONDS } = options;
	const clash = clashingForms(options);
	if (clash !== undefined) return refuse([clash]);
	const configured = changedConfiguration(configurationOf(options), options.with ?? []);
	if (!configured.ok) return refuse(configured.diagnostics);
	const models = await loadModels(options.model, {}, shell);
	if (!models.ok) return refuse(models.diagnostics);
	if (models.value.length > 1) return refuse([conflictingOptions("explain", "several models")]);
	const [{ name: modelName, model }] = models.value;

	const configuration = configured.value;
	const chosen = configuration.properties;
	const followed = options.unroll === undefined ? {} : { unroll: options.unroll };
	const bounds = { symmetry, stopWhenDecided: true, timeout: seconds, ...followed };
	const replayed = options.replay !== undefined && chosen.length === 1;
	const outcome = replayed ? undefined : await checkRing(configuration, models.value[0], bounds, shell);
	if (outcome?.ok === false) return refuse(outcome.diagnostics);
	const findings = outcome?.value.properties ?? [];
	const possible = findings.filter(({ finding }) => finding === "possible").map(({ name }) => name);
	const property = possible[0] ?? chosen[0];
	if (property === undefined || (possible.length === 0 && !replayed)) {
		const limits = outcome?.value.limits ?? [];
		shell.write(`${nothingHappens(describeConfiguration(configuration), modelName, limits, seconds)}\n`);
		return limits.length === 0 ? 0 : INCOMPLETE;
	}

	const words = [...options.words, "--property", property];
	const made = subjectOf({ ...configuration, properties: [property] }, words, { modelName, model });
	if (!made.ok) return refuse(made.diagnostics);
	const { subject, identity, unroll } = made.value;
	const asked: Asked = { wanted: { kind: "property", property: 0 }, text: property };
	const others = possible.filter((name) => name !== property);
	const remarks = others.length === 0 ? [] : [alsoPossible(others)];
	return tell(
		{ subject, asked, identity, unroll: options.unroll ?? unroll, symmetry, remarks },
		{ ...options, timeout: seconds },
		shell,
		refuse,
	);
}

type Made =
	| { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }
	| {
			readonly ok: true;
			readonly value: { readonly subject: Subject; readonly identity: string; readonly unroll: number };
	  };

function subjectOf(
	configuration: Configuration,
	words: readonly string[],
	{ modelName, model }: Pick<Subject, "modelName" | "model">,
): Made {
	const ring = loadRing(configuration);
	const variant = variantNamed(configuration.variant);
	if (!ring.ok) return ring;
	const { program, facts, unroll, text } = ring.value;
	const processes = variant === undefined ? [] : processesOf(configuration, variant);
	return {
		ok: true,
		value: {
			subject: {
				title: describeConfiguration(configuration),
				program,
				model,
				modelName,
				roles: processes.flatMap(({ count, role }) => Array<string>(count).fill(role)),
				command: ["ringlit", ...words],
				ringOf: (execution, order) => ringFrames(execution, order, facts),
			},
			// As what is found by a check is named.
			identity: ringIdentity(modelName, text, configuration.edits),
			unroll,
		},
	};
}
