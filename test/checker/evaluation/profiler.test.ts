import fc from "fast-check";
import { expect, test } from "vitest";
import type { ModelNode } from "../../../src/cat/model.ts";
import { Classifier } from "../../../src/checker/evaluation/classify.ts";
import { type Profile, Profiler } from "../../../src/checker/evaluation/profiler.ts";
import { NaiveEvaluator } from "../../cat/naive-evaluator.ts";
import { arbitraryNode } from "./arbitrary-nodes.ts";
import { arbitraryStructure, type RandomStructure, spelledOut } from "./arbitrary-structure.ts";

/** The first events of a structure, all made one thread's. */
function prefix(structure: RandomStructure, length: number): RandomStructure {
	const inside = (list: RandomStructure["rf"]): RandomStructure["rf"] =>
		list.filter(([a, b]) => a < b && b < length);
	return {
		events: structure.events.slice(0, length).map((event, index) => ({ ...event, thread: 0, index })),
		addr: inside(structure.addr),
		data: [],
		ctrl: [],
		rmw: inside(structure.rmw),
		rf: [],
		co: [],
	};
}

/** Takes the changes of profiles one after the other, as registers do. */
function replay(node: ModelNode, profiles: readonly Profile[]): string[] {
	const members = new Set<string>();
	for (const { changes } of profiles) {
		const { added, removed } = changes[0];
		for (const [list, add] of [[added, true] as const, [removed, false] as const])
			for (let i = 0; i < list.length; ) {
				const from = list[i++];
				const to = node.sort === "set" ? from : list[i++];
				// A change is a change: nothing is added twice, or taken away that is not there.
				expect(members.has(`${from} ${to}`)).toBe(!add);
				if (add) members.add(`${from} ${to}`);
				else members.delete(`${from} ${to}`);
			}
	}
	return [...members].sort();
}

test.each([
	["one word", 12, 600],
	["two words", 40, 60],
])("changes from run to run add up to the run's own members: %s", (_, most, numRuns) => {
	const stops = fc.array(fc.nat(most), { minLength: 1, maxLength: 3 });
	const property = fc.property(arbitraryNode, arbitraryStructure(most), stops, (node, structure, lengths) => {
		if (new Classifier().classify(node).dynamic) return;
		const profiler = new Profiler([node]);
		const runs = [...lengths, structure.events.length]
			.map((length) => Math.min(length, structure.events.length))
			.sort((a, b) => a - b)
			.map((length) => prefix(structure, length));
		const profiles: Profile[] = [];
		for (const run of runs) profiles.push(profiler.profile(run, profiles.at(-1)));
		const whole = new NaiveEvaluator(spelledOut(runs[runs.length - 1])).pairs(node);
		expect(replay(node, profiles)).toEqual(whole.map(([a, b]) => `${a} ${b}`).sort());
	});
	fc.assert(property, { numRuns });
});
