import { startCheck } from "../../checker/start-check.ts";
import type { Story } from "../../execution/story/story.ts";
import type { Verdict } from "../../execution/verdict.ts";
import { composeStory, emptyStory, type Shown, type Subject } from "../../explain/compose-story.ts";
import { numberCycle, numberWaits } from "../../explain/number-reason.ts";
import { formatReplay, type Replay } from "../../explain/replay-string.ts";
import { SmallestWitness } from "../../explain/smallest-witness.ts";
import { whyForbidden } from "../../explain/why-forbidden.ts";
import { whyRace } from "../../explain/why-race.ts";
import * as headlines from "../../report/story-headline.ts";
import type { Shell } from "../shell.ts";
import type { Asked } from "./asked.ts";

/** How long and how far to look. */
export interface TellingBounds {
	readonly unroll: number;
	readonly symmetry: boolean;
	readonly seconds: number;
	/** Whether to find out what threads may still read at each step. */
	readonly withViews: boolean;
}

/** A story, or in a sentence why there is none. */
export type Finding =
	| { readonly kind: "story"; readonly story: Story }
	| { readonly kind: "unknown"; readonly text: string };

/** Milliseconds of searching after which signals are looked at. */
const SLICE = 50;

/** What is left of the bound, at least, for finding out why something is forbidden. */
const LEAST_SECONDS = 1;

/**
 * Finds the story that answers what is asked: the smallest execution that shows it, or why there is none.
 * @param identity what a replay string is to be of
 */
export async function findStory(
	subject: Subject,
	asked: Asked,
	bounds: TellingBounds,
	identity: string,
	shell: Pick<Shell, "now" | "pause" | "isInterrupted">,
): Promise<Finding> {
	const { program, model, modelName } = subject;
	const started = shell.now();
	const { unroll, symmetry, seconds, withViews } = bounds;
	const search = new SmallestWitness(program, model, asked.wanted, {
		unroll,
		symmetry,
		timeoutSeconds: seconds,
	});
	while (!search.advance(SLICE)) {
		await shell.pause();
		if (shell.isInterrupted()) break;
	}
	const { verdict, witness, candidates, isSymmetric } = search.found();
	const limits = verdict.kind === "incomplete" ? verdict.limits : [];
	const sort = sortOf(asked);
	if (witness !== undefined) {
		const { execution, detail } = witness;
		const remarks = limits.length === 0 ? [] : [headlines.smallestSoFar(limits, candidates)];
		const shown: Shown = {
			...happening(subject, asked, execution, verdict.flags),
			headline: headlines.happensHeadline(sort, asked.text, modelName, detail),
			remarks: [...remarks, ...racesToo(sort, verdict)],
			replay: formatReplay({ path: execution.path, unroll, symmetry: isSymmetric }, identity),
		};
		return { kind: "story", story: composeStory(subject, shown, withViews) };
	}
	if (verdict.stuck !== undefined)
		return { kind: "story", story: deadlockStory(subject, verdict.stuck, withViews) };
	if (limits.length > 0) return { kind: "unknown", text: headlines.notKnown(asked.text, limits, seconds) };
	const left = Math.max(LEAST_SECONDS, seconds - (shell.now() - started) / 1000);
	return forbidden(subject, asked, { ...bounds, seconds: left }, verdict);
}

/** The story of an execution that is brought back; undefined if there is none. */
export function findReplayed(
	subject: Subject,
	asked: Asked,
	replay: Replay,
	withViews: boolean,
	identity: string,
): Story | undefined {
	const { program, model, modelName } = subject;
	const { path, unroll, symmetry } = replay;
	const leaf = startCheck(program, model, { unroll, symmetry }).replay(path);
	if (leaf === undefined) return undefined;
	const { wanted } = asked;
	const shows =
		wanted.kind === "outcome"
			? leaf.isComplete && leaf.satisfies(wanted.proposition)
			: wanted.kind === "flag"
				? leaf.flags().includes(wanted.flag)
				: leaf.happens(wanted.property);
	const execution = leaf.copy();
	const detail = typeof shows === "string" ? shows : undefined;
	const headline =
		shows === false
			? headlines.replayHeadline(modelName)
			: headlines.happensHeadline(sortOf(asked), asked.text, modelName, detail);
	const base: Pick<Shown, "kind" | "execution"> =
		shows === false ? { kind: "allowed", execution } : happening(subject, asked, execution, leaf.flags());
	const shown: Shown = { ...base, headline, remarks: [], replay: formatReplay(replay, identity) };
	return composeStory(subject, shown, withViews);
}

function sortOf({ wanted }: Asked): headlines.Sort {
	if (wanted.kind === "outcome") return "outcome";
	return wanted.kind === "flag" ? "race" : "property";
}

function racesToo(sort: headlines.Sort, { flags }: Verdict): string[] {
	return sort === "outcome" && flags.includes("data-race") ? [headlines.alsoRaces()] : [];
}

/** What an execution that shows what is asked for has to tell beside its steps. */
function happening(
	{ program, model }: Subject,
	{ wanted }: Asked,
	execution: Shown["execution"],
	flags: readonly string[],
): Pick<Shown, "kind" | "execution" | "reason" | "happening" | "property"> {
	const property = wanted.kind === "property" ? program.properties?.[wanted.property] : undefined;
	const flag = wanted.kind === "flag" ? wanted.flag : property?.kind === "flag" ? property.flag : undefined;
	const race = flag !== undefined && flags.includes(flag) ? whyRace(execution, model) : undefined;
	if (race !== undefined) {
		const { first, second, gaps } = race;
		return {
			kind: "race",
			execution,
			happening: [first, second],
			reason: ({ numberOf }) => ({
				kind: "race",
				first: numberOf(first),
				second: numberOf(second),
				gaps: gaps.map(({ from, to, reached, missing }) => ({
					from: numberOf(from),
					to: numberOf(to),
					reached: numberOf(reached),
					missing: numberOf(missing),
				})),
			}),
		};
	}
	if (wanted.kind !== "property") return { kind: "allowed", execution };
	return { kind: "property", execution, property: wanted.property };
}

function deadlockStory(subject: Subject, stuck: NonNullable<Verdict["stuck"]>, withViews: boolean): Story {
	const { execution, waits } = stuck;
	return composeStory(
		subject,
		{
			kind: "deadlock",
			headline: headlines.deadlockHeadline(),
			remarks: [],
			execution,
			cells: waits.map(({ cell }) => cell),
			reason: (telling) => ({ kind: "waits", waits: numberWaits(waits, telling) }),
		},
		withViews,
	);
}

function forbidden(subject: Subject, asked: Asked, bounds: TellingBounds, verdict: Verdict): Finding {
	const { program, model, modelName } = subject;
	const sort = sortOf(asked);
	const headline = headlines.forbiddenHeadline(sort, asked.text, modelName);
	const counted = String(BigInt(verdict.positive) + BigInt(verdict.negative));
	const remarks = racesToo(sort, verdict);
	const proposition = propositionOf(subject, asked);
	if (proposition === undefined) {
		const story = emptyStory(subject, { headline, remarks: [headlines.allLookedAt(counted), ...remarks] });
		return { kind: "story", story };
	}
	const why = whyForbidden(program, model, proposition, { unroll: bounds.unroll, seconds: bounds.seconds });
	switch (why.kind) {
		case "broken": {
			const { execution, cycles, isSimplest } = why;
			const shown: Shown = {
				kind: "forbidden",
				headline,
				remarks: [...remarks, ...(isSimplest ? [] : [headlines.notAllCompared()])],
				execution,
				happening: cycles.flatMap(({ edges }) => edges.flatMap(({ from, to }) => [from, to])),
				reason: (telling) => ({
					kind: "cycle",
					cycles: cycles.map((cycle) => numberCycle(cycle, telling)),
				}),
			};
			return { kind: "story", story: composeStory(subject, shown, false) };
		}
		case "values":
		case "circular":
			return { kind: "story", story: emptyStory(subject, { headline, remarks, reason: { kind: why.kind } }) };
		default: {
			const story = emptyStory(subject, { headline, remarks: [headlines.allLookedAt(counted), ...remarks] });
			return { kind: "story", story };
		}
	}
}

function propositionOf({ program }: Subject, { wanted }: Asked): Parameters<typeof whyForbidden>[2] {
	if (wanted.kind === "outcome") return wanted.proposition;
	const property = wanted.kind === "property" ? program.properties?.[wanted.property] : undefined;
	return property?.kind === "final" ? property.proposition : undefined;
}
