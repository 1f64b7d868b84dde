import { readFileSync } from "node:fs";
import type { Model } from "../../../src/cat/model.ts";
import type { Execution } from "../../../src/execution/execution.ts";
import type { Program } from "../../../src/execution/program.ts";
import type { Story, StoryKind } from "../../../src/execution/story/story.ts";
import { SmallestWitness, type Wanted } from "../../../src/explain/smallest-witness.ts";
import { stepOrder } from "../../../src/explain/step-order.ts";
import { tellStory } from "../../../src/explain/tell-story.ts";
import { loadProgram } from "../../../src/litmus/load-program.ts";
import { type Configuration, DEFAULT_CONFIGURATION } from "../../../src/ringbuf-model/configuration.ts";
import { describeConfiguration } from "../../../src/ringbuf-model/describe-configuration.ts";
import { loadRing } from "../../../src/ringbuf-model/load-ring.ts";
import { ringFrames } from "../../../src/ringbuf-model/ring-frames.ts";
import type { Result } from "../../../src/source/result.ts";
import { shippedModel } from "../../oracle/shipped-model.ts";

const models = new Map<string, Model>();

/** The story of an execution of a test in `litmus/` that the model allows, and that satisfies the condition. */
export function storyOfTest(path: string, model = "lkmm"): Story {
	const text = readFileSync(new URL(`../../../litmus/${path}`, import.meta.url), "utf8");
	const program = resultOf(loadProgram({ path: `litmus/${path}`, text }));
	const found = smallest(program, model, { kind: "outcome", proposition: program.proposition }, 2);
	const order = stepOrder(found.execution, []);
	return {
		...heading(program.name, model, "allowed", "the condition is satisfied", found.execution),
		...tellStory(program, found.execution, order).told,
	};
}

/** The story of an execution of a ring in which a property happens. */
export function storyOfRing(changes: Partial<Configuration>, property: string, model = "lkmm"): Story {
	const configuration = { ...DEFAULT_CONFIGURATION, tiny: true, ...changes, properties: [property] };
	const { program, unroll, facts } = resultOf(loadRing(configuration));
	const index = (program.properties ?? []).findIndex(({ name }) => name === property);
	const found = smallest(program, model, { kind: "property", property: index }, unroll);
	const order = stepOrder(found.execution, []);
	return {
		...heading(
			describeConfiguration(configuration),
			model,
			"property",
			found.detail ?? property,
			found.execution,
		),
		...tellStory(program, found.execution, order).told,
		ring: ringFrames(found.execution, order.order, facts),
	};
}

function heading(
	title: string,
	model: string,
	kind: StoryKind,
	headline: string,
	{ path }: Execution,
): Pick<Story, "title" | "model" | "kind" | "headline" | "remarks" | "replay"> {
	return { title, model, kind, headline, remarks: [], replay: path };
}

function smallest(
	program: Program,
	model: string,
	wanted: Wanted,
	unroll: number,
): { execution: Execution; detail?: string } {
	const shipped = models.get(model) ?? shippedModel(model);
	models.set(model, shipped);
	const search = new SmallestWitness(program, shipped, wanted, { unroll, stopWhenDecided: true });
	while (!search.advance(1000));
	const { witness } = search.found();
	if (witness === undefined) throw new Error(`${program.name}: there is no such execution`);
	return witness;
}

function resultOf<Value>(result: Result<Value>): Value {
	if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join("; "));
	return result.value;
}
