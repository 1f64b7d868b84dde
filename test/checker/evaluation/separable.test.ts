import fc from "fast-check";
import { expect, test } from "vitest";
import type { Axiom, ModelNode } from "../../../src/cat/model.ts";
import { isSeparable } from "../../../src/checker/evaluation/separable.ts";
import { prepareModel } from "../../../src/checker/prepare-model.ts";
import { presentNames } from "../../../src/checker/present-names.ts";
import type { Edge } from "../../../src/execution/execution.ts";
import { loadProgram } from "../../../src/litmus/load-program.ts";
import { NaiveEvaluator } from "../../cat/naive-evaluator.ts";
import { shippedModel } from "../../oracle/shipped-model.ts";
import { arbitraryNode } from "./arbitrary-nodes.ts";
import { arbitraryStructure, type RandomStructure, spelledOut } from "./arbitrary-structure.ts";
import { partOf } from "./part-of.ts";

/** Which events are on some cells, or on none but after such a one in their thread. */
function tailOf({ events }: RandomStructure, cells: number): readonly boolean[] {
	const isOn = (event: number): boolean =>
		events[event].cell >= 0 && ((cells >> events[event].cell) & 1) === 1;
	return events.map(
		({ cell, thread, index }, event) =>
			isOn(event) ||
			(cell < 0 && events.some((other, i) => isOn(i) && other.thread === thread && other.index < index)),
	);
}

/** A structure without what does not fit its tail: other accesses after it, edges back, communication across. */
function fitted(structure: RandomStructure, cells: number): RandomStructure {
	const before = tailOf(structure, cells);
	const { events } = structure;
	const left = partOf(structure, (event) => {
		const { thread, index } = events[event];
		return before[event] || !events.some((o, i) => before[i] && o.thread === thread && o.index < index);
	});
	const tail = tailOf(left, cells);
	const inside = (edges: readonly Edge[]): readonly Edge[] => edges.filter(([a, b]) => tail[a] === tail[b]);
	const onward = left.addr.filter(([a, b]) => !tail[a] || tail[b]);
	return { ...left, rf: inside(left.rf), co: inside(left.co), rmw: inside(left.rmw), addr: onward };
}

function passes({ test, node }: Axiom, structure: RandomStructure): boolean {
	const evaluator = new NaiveEvaluator(spelledOut(structure));
	const pairs = evaluator.pairs(node);
	if (test === "empty") return pairs.length === 0;
	if (test === "irreflexive") return pairs.every(([a, b]) => a !== b);
	const closed: ModelNode = { id: -1, sort: "relation", op: "plus", operand: node };
	return new NaiveEvaluator(spelledOut(structure)).pairs(closed).every(([a, b]) => a !== b);
}

test("what is called separable holds of the whole exactly if it holds of the tail and of the rest", () => {
	const counts = { separable: 0, broken: 0 };
	const property = fc.property(
		arbitraryNode,
		arbitraryStructure(9),
		fc.integer({ min: 1, max: 6 }),
		fc.constantFrom<Axiom["test"]>("acyclic", "irreflexive", "empty"),
		(node, random, cells, kind) => {
			const axiom: Axiom = { name: "a", test: kind, negated: false, flag: false, node };
			if (node.sort === "set" || !isSeparable([axiom])) return;
			const whole = fitted(random, cells);
			const tail = tailOf(whole, cells);
			const holds = passes(axiom, whole);
			expect(holds).toBe(
				passes(
					axiom,
					partOf(whole, (event) => tail[event]),
				) &&
					passes(
						axiom,
						partOf(whole, (event) => !tail[event]),
					),
			);
			counts.separable++;
			if (!holds) counts.broken++;
		},
	);
	fc.assert(property, { numRuns: 4000 });
	expect(counts.separable).toBeGreaterThan(500);
	expect(counts.broken).toBeGreaterThan(100);
});

const PLAIN =
	"C t\n{ }\nP0(int *x, int *y) { WRITE_ONCE(*x, 1); smp_mb(); int r = READ_ONCE(*y); }\nexists (x=1)\n";
const RCU =
	"C t\n{ }\nP0(int *x) { rcu_read_lock(); WRITE_ONCE(*x, 1); rcu_read_unlock(); synchronize_rcu(); }\nexists (x=1)\n";

test.each([
	["lkmm", PLAIN, true],
	["sc", PLAIN, true],
	["tso", PLAIN, true],
	// A grace period leads from the end of a critical section to where that begins.
	["lkmm", RCU, false],
])("%s on a program: %#", (name, text, expected) => {
	const loaded = loadProgram({ path: "t", text });
	if (!loaded.ok) throw new Error("the test does not load");
	const { compiled } = prepareModel(shippedModel(name), presentNames(loaded.value));
	expect(compiled.separable).toBe(expected);
});
