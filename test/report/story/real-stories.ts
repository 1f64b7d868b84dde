import { readFileSync } from "node:fs";
import type { Model } from "../../../src/cat/model.ts";
import { check } from "../../../src/checker/check.ts";
import type { Program } from "../../../src/execution/program.ts";
import type { Story } from "../../../src/execution/story/story.ts";
import { composeStory, emptyStory, type Subject } from "../../../src/explain/compose-story.ts";
import { numberCycle, numberWaits } from "../../../src/explain/number-reason.ts";
import { SmallestWitness, type Wanted, type Witness } from "../../../src/explain/smallest-witness.ts";
import { outcomeOf, whyForbidden } from "../../../src/explain/why-forbidden.ts";
import { whyRace } from "../../../src/explain/why-race.ts";
import { loadProgram } from "../../../src/litmus/load-program.ts";
import { formatProposition } from "../../../src/report/format-proposition.ts";
import { deadlockHeadline, forbiddenHeadline, happensHeadline } from "../../../src/report/story-headline.ts";
import { type Configuration, DEFAULT_CONFIGURATION } from "../../../src/ringbuf-model/configuration.ts";
import { describeConfiguration } from "../../../src/ringbuf-model/describe-configuration.ts";
import { loadRing } from "../../../src/ringbuf-model/load-ring.ts";
import { ringFrames } from "../../../src/ringbuf-model/ring-frames.ts";
import type { Result } from "../../../src/source/result.ts";
import { shippedModel } from "../../oracle/shipped-model.ts";

const UNROLL = 2;

const models = new Map<string, Model>();

function modelNamed(name: string): Model {
	const model = models.get(name) ?? shippedModel(name);
	models.set(name, model);
	return model;
}

function subjectOf(path: string, modelName: string): Subject {
	const text = readFileSync(new URL(`../../../litmus/${path}`, import.meta.url), "utf8");
	const program = resultOf(loadProgram({ path: `litmus/${path}`, text }));
	return { title: program.name, program, model: modelNamed(modelName), modelName };
}

/** The story of an execution of a test in `litmus/` that the model allows, and that satisfies the condition. */
export function allowedStory(path: string, modelName = "lkmm"): Story {
	const subject = subjectOf(path, modelName);
	const { proposition } = subject.program;
	const { execution } = smallest(subject, { kind: "outcome", proposition }, UNROLL);
	const headline = happensHeadline("outcome", formatProposition(subject.program, proposition), modelName);
	return composeStory(
		subject,
		{ kind: "allowed", headline, remarks: [], execution, replay: execution.path },
		false,
	);
}

/** Why nothing that the model allows satisfies a test's condition. */
export function forbiddenStory(path: string, modelName = "lkmm"): Story {
	const subject = subjectOf(path, modelName);
	const why = whyForbidden(subject.program, subject.model, undefined, { unroll: UNROLL });
	const wanted = formatProposition(subject.program, outcomeOf(subject.program));
	const headline = forbiddenHeadline("outcome", wanted, modelName);
	if (why.kind === "values" || why.kind === "circular")
		return emptyStory(subject, { headline, remarks: [], reason: { kind: why.kind } });
	if (why.kind !== "broken") throw new Error(`${path}: ${why.kind}`);
	return composeStory(
		subject,
		{
			kind: "forbidden",
			headline,
			remarks: [],
			execution: why.execution,
			reason: (telling) => ({
				kind: "cycle",
				cycles: why.cycles.map((cycle) => numberCycle(cycle, telling)),
			}),
		},
		false,
	);
}

/** An execution of a test with a data race. */
export function raceStory(path: string): Story {
	const subject = subjectOf(path, "lkmm");
	const { execution } = smallest(subject, { kind: "flag", flag: "data-race" }, UNROLL);
	const why = whyRace(execution, subject.model);
	if (why === undefined) throw new Error(`${path}: no race`);
	return composeStory(
		subject,
		{
			kind: "race",
			headline: happensHeadline("race", "", "lkmm"),
			remarks: [],
			execution,
			replay: execution.path,
			reason: ({ numberOf }) => ({
				kind: "race",
				first: numberOf(why.first),
				second: numberOf(why.second),
				gaps: why.gaps.map(({ from, to, reached, missing }) => ({
					from: numberOf(from),
					to: numberOf(to),
					reached: numberOf(reached),
					missing: numberOf(missing),
				})),
			}),
		},
		false,
	);
}

/** How far the threads of a test come of which one waits for ever. */
export function deadlockStory(path: string): Story {
	const subject = subjectOf(path, "lkmm");
	const stuck = check(subject.program, subject.model, { unroll: UNROLL }).stuck;
	if (stuck === undefined) throw new Error(`${path}: no deadlock`);
	return composeStory(
		subject,
		{
			kind: "deadlock",
			headline: deadlockHeadline(),
			remarks: [],
			execution: stuck.execution,
			reason: (telling) => ({ kind: "waits", waits: numberWaits(stuck.waits, telling) }),
			cells: stuck.waits.map(({ cell }) => cell),
		},
		false,
	);
}

/** The story of an execution of a ring in which a property happens. */
export function ringStory(changes: Partial<Configuration>, property: string, modelName = "lkmm"): Story {
	const configuration = { ...DEFAULT_CONFIGURATION, tiny: true, ...changes, properties: [property] };
	const { program, unroll, facts } = resultOf(loadRing(configuration));
	const index = (program.properties ?? []).findIndex(({ name }) => name === property);
	const subject: Subject = {
		title: describeConfiguration(configuration),
		program,
		model: modelNamed(modelName),
		modelName,
		command: ["ringlit", "ringbuf", "explain", "--model", modelName],
		ringOf: (execution, order) => ringFrames(execution, order, facts),
	};
	const { execution, detail } = smallest(subject, { kind: "property", property: index }, unroll);
	return composeStory(
		subject,
		{ kind: "property", headline: detail ?? property, remarks: [], execution, replay: execution.path },
		false,
	);
}

function smallest(
	{ program, model }: { program: Program; model: Model },
	wanted: Wanted,
	unroll: number,
): Witness {
	const search = new SmallestWitness(program, model, wanted, { unroll, stopWhenDecided: true });
	while (!search.advance(1000));
	const { witness } = search.found();
	if (witness === undefined) throw new Error(`${program.name}: there is no such execution`);
	return witness;
}

function resultOf<Value>(result: Result<Value>): Value {
	if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join("; "));
	return result.value;
}
