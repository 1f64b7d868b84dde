import type { Model } from "../../cat/model.ts";
import type { CheckOptions } from "../../checker/options.ts";
import { startCheck } from "../../checker/start-check.ts";
import type { Program } from "../../execution/program.ts";
import type { Property } from "../../execution/property.ts";
import type { Verdict } from "../../execution/verdict.ts";
import { formatReplay } from "../../explain/replay-string.ts";
import { counterexampleSteps } from "../../report/counterexample-steps.ts";
import type { RingFinding, RingOutcome } from "../../report/ring-outcome.ts";
import type { Configuration } from "../../ringbuf-model/configuration.ts";
import { describeConfiguration } from "../../ringbuf-model/describe-configuration.ts";
import { loadRing } from "../../ringbuf-model/load-ring.ts";
import { RING_PROPERTIES } from "../../ringbuf-model/property-table.ts";
import type { Result } from "../../source/result.ts";
import type { LongRunOptions } from "../long-run/long-run-options.ts";
import type { LongSubject } from "../long-run/subject.ts";
import type { Shell } from "../shell.ts";
import { ringIdentity } from "./ring-identity.ts";

/** How far a ring is looked at. */
export interface RingBounds {
	/** Iterations of a loop; as many as the configuration needs if absent. */
	readonly unroll?: number;
	readonly timeout?: number;
	readonly symmetry: boolean;
	/** Whether to stop as soon as every property has been seen to happen. */
	readonly stopWhenDecided: boolean;
	/** What a long search needs, if it is to be one. Its program has no other properties than the configuration's. */
	readonly long?: { readonly options: LongRunOptions; readonly shell: Shell };
}

/** Milliseconds of searching after which signals are looked at. */
const SLICE = 50;

/**
 * Checks one configuration on one model.
 * @param more properties beside those of the configuration
 * @returns what is wrong with the configuration, or what was found
 */
export async function checkRing(
	configuration: Configuration,
	{ name, model }: { readonly name: string; readonly model: Model },
	bounds: RingBounds,
	shell: Pick<Shell, "now" | "pause" | "isInterrupted">,
	more: readonly Property[] = [],
): Promise<Result<RingOutcome>> {
	const started = shell.now();
	const ring = loadRing(configuration, more);
	if (!ring.ok) return ring;
	const { program, unroll } = ring.value;
	const options: CheckOptions = {
		unroll: bounds.unroll ?? unroll,
		symmetry: bounds.symmetry,
		stopWhenDecided: bounds.stopWhenDecided,
	};
	const title = describeConfiguration(configuration);
	const verdict: Result<Verdict> =
		bounds.long === undefined
			? await searchIn(program, model, options, bounds.timeout, shell)
			: await longCheckIn({ title, program, configuration, model, modelName: name, options }, bounds.long);
	if (!verdict.ok) return verdict;
	const { positive, negative, explored, flags } = verdict.value;
	return {
		ok: true,
		warnings: ring.warnings,
		value: {
			title,
			model: name,
			properties: findingsOf(verdict.value, program, (path) =>
				formatReplay(
					{ path, unroll: options.unroll, symmetry: bounds.symmetry },
					ringIdentity(name, ring.value.text, configuration.edits),
				),
			),
			executions: BigInt(positive) + BigInt(negative),
			explored: explored.executions,
			flags,
			limits: verdict.value.kind === "incomplete" ? verdict.value.limits : [],
			seconds: (shell.now() - started) / 1000,
		},
	};
}

async function searchIn(
	program: Program,
	model: Model,
	options: CheckOptions,
	timeout: number | undefined,
	shell: Pick<Shell, "pause" | "isInterrupted">,
): Promise<Result<Verdict>> {
	const search = startCheck(program, model, {
		...options,
		...(timeout !== undefined && { timeoutSeconds: timeout }),
	});
	while (!search.advance(SLICE)) {
		await shell.pause();
		if (shell.isInterrupted()) break;
	}
	return { ok: true, value: search.verdict(), warnings: [] };
}

async function longCheckIn(
	subject: LongSubject,
	{ options, shell }: NonNullable<RingBounds["long"]>,
): Promise<Result<Verdict>> {
	const { longCheck } = await import("../long-run/long-check.ts");
	return longCheck(subject, options, shell);
}

function findingsOf(verdict: Verdict, { cells }: Program, replayOf: (path: string) => string): RingFinding[] {
	const cellNames = cells.map(({ name }) => name);
	return verdict.properties.map(({ name, happens, detail, witness }): RingFinding => {
		const meaning = RING_PROPERTIES.find((property) => property.name === name)?.meaning ?? name;
		if (!happens) return { name, meaning, finding: verdict.kind === "incomplete" ? "incomplete" : "never" };
		return {
			name,
			meaning,
			finding: "possible",
			...(detail !== undefined && { detail }),
			...(witness !== undefined && { steps: counterexampleSteps(witness, cellNames) }),
			...(witness !== undefined && { replay: replayOf(witness.path) }),
		};
	});
}
