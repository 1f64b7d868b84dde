import type { Axiom, ModelNode } from "../cat/model.ts";
import type { Event } from "../execution/event.ts";
import { isAcyclic } from "../relation/acyclic.ts";
import { Relation } from "../relation/relation.ts";
import type { OpenRead } from "./decision.ts";
import { ChangeWatch } from "./evaluation/change-watch.ts";
import type { CompiledModel } from "./evaluation/compiled-model.ts";
import { Copies } from "./evaluation/copies.ts";
import { demandsOf } from "./evaluation/operands.ts";
import type { Profile, Profiler } from "./evaluation/profiler.ts";
import type { Register } from "./evaluation/register.ts";
import type { Step } from "./evaluation/registers.ts";
import { Tape } from "./evaluation/tape.ts";
import type { UpperBounds } from "./evaluation/upper-bound.ts";
import { fillSameValue } from "./fill-same-value.ts";
import type { Graph, GraphListener } from "./graph.ts";
import type { ThreadNode } from "./thread-node.ts";
import type { ThreadTree } from "./thread-tree.ts";

/** An axiom with what has to run, after the steps of all axioms before it, before it can be tested. */
interface Check {
	readonly axiom: Axiom;
	readonly steps: readonly Step[];
	readonly register: Register;
	/** When it was tested last, on how many events, and whether it passed. */
	testedAt: number;
	testedFor: number;
	passed: boolean;
}

/** The register of a local node. */
interface Local {
	readonly bits: Int32Array;
	readonly isSet: boolean;
	readonly watch: ChangeWatch;
	/** Whether it has been written to since the last test. */
	touched: boolean;
}

/** Bounds for the flags, and for each register that they use the one that keeps what it was. */
interface Bounds {
	readonly checks: readonly Check[];
	readonly before: readonly {
		readonly from: Int32Array;
		readonly bits: Int32Array;
		readonly isSet: boolean;
		readonly watch: ChangeWatch;
	}[];
}

/**
 * Tests a model's axioms on a graph. What the model says of single threads follows the graph as it grows
 * and shrinks; what relates threads without rf and co is recomputed when events change; the rest at each
 * test.
 */
export class Consistency implements GraphListener {
	readonly #model: CompiledModel;
	readonly #tree: ThreadTree;
	readonly #tape: Tape;
	readonly #early: readonly Check[];
	readonly #late: readonly Check[];
	readonly #flags: readonly Check[];
	#bounds: Bounds | undefined;
	readonly #staticSteps: Step[] = [];
	/** The registers of the model's local nodes, and whether each is a set. */
	readonly #locals: readonly Local[];
	/** What sees which rows of the inputs have changed since the last test. */
	readonly #edges: readonly ChangeWatch[];
	readonly #cross: readonly ChangeWatch[];
	readonly #values: ChangeWatch | undefined;
	readonly #bases: CompiledModel["bases"];
	readonly #words: number;
	readonly #scratch: Int32Array;
	#eventsChanged = true;
	/** The events that the registers of `loc` and `ext` were made for. */
	readonly #known: Event[] = [];
	/** How many times the model was evaluated. */
	evaluations = 0;

	/** @param capacity the number of events of the graph that will be tested */
	constructor(model: CompiledModel, tree: ThreadTree, capacity: number) {
		this.#model = model;
		this.#tree = tree;
		this.#tape = new Tape(capacity);
		this.#words = this.#tape.words;
		this.#scratch = new Int32Array(this.#words);
		this.#bases = model.bases;
		for (const node of [...model.locals, ...model.bases.values()]) this.#tape.input(node);
		this.#locals = model.locals.map((node) => {
			const isSet = node.sort === "set";
			const register = isSet ? this.#tape.set(node) : this.#tape.relation(node);
			return { bits: register.bits, isSet, watch: new ChangeWatch(register), touched: true };
		});
		const watchOf = (name: string): ChangeWatch[] => {
			const node = this.#bases.get(name);
			return node === undefined ? [] : [new ChangeWatch(this.#tape.relation(node))];
		};
		this.#edges = ["rf", "co"].flatMap(watchOf);
		this.#cross = ["loc", "ext"].flatMap(watchOf);
		[this.#values] = watchOf("same-value");
		const compile = (axiom: Axiom): Check => this.#compile(axiom, model);
		this.#early = model.early.map(compile);
		this.#late = model.late.map(compile);
		this.#flags = model.flags.map(compile);
	}

	#compile(axiom: Axiom, model: CompiledModel): Check {
		const seen = new Set<ModelNode>();
		const visit = (node: ModelNode): void => {
			if (seen.has(node) || this.#tape.has(node)) return;
			seen.add(node);
			if (model.isStatic(node)) this.#tape.compile(node, this.#staticSteps);
			else for (const operand of demandsOf(node)) visit(operand);
		};
		visit(axiom.node);
		const steps: Step[] = [];
		this.#tape.compile(axiom.node, steps);
		return { axiom, steps, register: this.#register(axiom.node), testedAt: -1, testedFor: -1, passed: false };
	}

	/** Whether `testAll` can ever pass. */
	get isBounded(): boolean {
		return this.#model.bounds !== undefined;
	}

	/** Whether parts of an execution can be judged one by one: see `isSeparable`. */
	get isSeparable(): boolean {
		return this.#model.separable;
	}

	/** Most programs never need them. */
	#compileBounds({ axioms, before }: UpperBounds): Bounds {
		// New steps for what does not hang on rf and co have to run once.
		this.#eventsChanged = true;
		const inputs = [...before].map(([node, input]) => {
			this.#tape.input(input);
			const register = this.#register(input);
			const isSet = node.sort === "set";
			return {
				from: this.#register(node).bits,
				bits: register.bits,
				isSet,
				watch: new ChangeWatch(register),
			};
		});
		return { before: inputs, checks: axioms.map((axiom) => this.#compile(axiom, this.#model)) };
	}

	/** The registers of reads-from and coherence, which a graph keeps in place; made here if no axiom has them. */
	relation(name: "rf" | "co"): Relation {
		const node = this.#bases.get(name);
		return node === undefined ? new Relation(this.#tape.capacity) : this.#tape.relation(node);
	}

	/** Makes the registers those of a graph that holds nothing but its initial writes. */
	attach(graph: Graph, profiler: Profiler): void {
		const { events } = graph;
		const initial = profiler.profile({ events, addr: [], data: [], ctrl: [], rmw: [] }, undefined);
		this.#apply(
			initial,
			events.map((_, i) => i),
			1,
		);
	}

	pushed(node: ThreadNode, ids: readonly number[]): void {
		this.#eventsChanged = true;
		this.#apply(this.#tree.profile(node), ids, 1);
	}

	popped(node: ThreadNode, ids: readonly number[]): void {
		this.#eventsChanged = true;
		this.#apply(this.#tree.profile(node), ids, -1);
	}

	/** Adds (direction 1) or takes back (direction -1) a profile's changes, by the events' ids. */
	#apply({ changes }: Profile, ids: readonly number[], direction: 1 | -1): void {
		for (let i = 0; i < changes.length; i++) {
			const local = this.#locals[i];
			const { bits, isSet } = local;
			const { added, removed } = changes[i];
			if (added.length + removed.length > 0) local.touched = true;
			if (added.length > 0) this.#flip(bits, isSet, added, ids, direction === 1);
			if (removed.length > 0) this.#flip(bits, isSet, removed, ids, direction !== 1);
		}
	}

	#flip(
		bits: Int32Array,
		isSet: boolean,
		members: readonly number[],
		ids: readonly number[],
		on: boolean,
	): void {
		const words = this.#words;
		for (let k = 0; k < members.length; ) {
			const row = isSet ? 0 : ids[members[k++]];
			const event = ids[members[k++]];
			const at = row * words + (event >> 5);
			if (on) bits[at] |= 1 << (event & 31);
			else bits[at] &= ~(1 << (event & 31));
		}
	}

	/** Whether no axiom that a partial execution can break is broken. */
	testEarly(graph: Graph): boolean {
		this.#load(graph);
		return this.#early.every((check) => this.#holds(check));
	}

	/** Whether the axioms hold that speak of complete executions only. `testEarly` has just passed. */
	testLate(graph: Graph): boolean {
		const values = this.#bases.get("same-value");
		if (values !== undefined) {
			fillSameValue(this.#tape.relation(values), graph);
			this.#tape.clock.now++;
			this.#values?.date(this.#tape.clock, graph.events.length);
		}
		return this.#late.every((check) => this.#holds(check));
	}

	/** The flags that a complete execution raises, beside those in `known`. `testLate` has just passed. */
	raisedFlags(known: ReadonlySet<string>): string[] {
		let end = this.#flags.length;
		while (end > 0 && known.has(this.#flags[end - 1].axiom.name)) end--;
		return this.#flags
			.slice(0, end)
			.filter((check) => this.#holds(check))
			.map((check) => check.axiom.name);
	}

	/**
	 * Whether a graph is consistent, and raises none but some flags, whichever of some writes each of some open reads reads from.
	 * That is asked of one graph in which a read stands beside itself once for each of its writes: every execution is a part
	 * of it. So the answer may be no where each is consistent. `testEarly` has just passed.
	 * @param known the flags that may be raised
	 */
	testAll(graph: Graph, open: readonly OpenRead[], known: ReadonlySet<string>): boolean {
		if (this.#model.bounds === undefined) return false;
		const isUnknown = (check: Check): boolean => this.#holds(check) && !known.has(check.axiom.name);
		if (this.#flags.some(isUnknown)) return false;
		this.#bounds ??= this.#compileBounds(this.#model.bounds);
		const { before, checks } = this.#bounds;
		for (const { from, bits } of before) bits.set(from);
		const copies = new Copies(graph, [...this.#locals, ...before]);
		const hasRoom = copies.add(open);
		for (const local of this.#locals) local.touched = true;
		this.#eventsChanged = true;
		const { clock } = this.#tape;
		clock.now++;
		for (const { watch } of before) watch.date(clock, graph.events.length);
		const passes = hasRoom && this.testEarly(graph) && !this.#raisesAny(checks, isUnknown);
		copies.remove();
		for (const local of this.#locals) local.touched = true;
		this.#eventsChanged = true;
		return passes;
	}

	/** Whether a bound is raised. What bounds share with flags is computed by the steps of those. */
	#raisesAny(bounds: readonly Check[], isRaised: (check: Check) => boolean): boolean {
		for (const { steps } of this.#flags) for (const step of steps) step();
		return bounds.some(isRaised);
	}

	#load(graph: Graph): void {
		this.evaluations++;
		const { size, clock } = this.#tape;
		// What is gone since the last test has to be seen by steps that did not run then.
		const rows = Math.max(size.events, graph.events.length);
		size.events = graph.events.length;
		clock.now++;
		for (const watch of this.#edges) watch.date(clock, rows);
		if (this.#eventsChanged) {
			this.#extendCrossBases(graph);
			for (const watch of this.#cross) watch.date(clock, rows);
			for (const local of this.#locals) {
				if (!local.touched) continue;
				local.watch.date(clock, rows);
				local.touched = false;
			}
			for (const step of this.#staticSteps) step();
		}
		this.#eventsChanged = false;
	}

	/**
	 * Brings `loc` and `ext` up to date. Ids below `#known` may have been given to other events since, so a
	 * row is made anew where its event is not the one that it was made for.
	 */
	#extendCrossBases({ events }: Graph): void {
		const loc = this.#bases.get("loc");
		const ext = this.#bases.get("ext");
		if (loc === undefined && ext === undefined) return;
		let first = 0;
		while (first < events.length && this.#known[first] === events[first]) first++;
		const old = this.#known.length;
		if (loc !== undefined) extend(this.#tape.relation(loc), first, old, events, sameLocation);
		if (ext !== undefined) extend(this.#tape.relation(ext), first, old, events, external);
		this.#known.length = first;
		for (let i = first; i < events.length; i++) this.#known.push(events[i]);
	}

	#holds(check: Check): boolean {
		for (const step of check.steps) step();
		const { clock, size } = this.#tape;
		if (check.testedFor !== size.events || check.register.lastChange > check.testedAt) {
			check.passed = this.#passes(check.axiom);
			check.testedAt = clock.now;
			check.testedFor = size.events;
		}
		return check.passed !== check.axiom.negated;
	}

	#passes({ test, node }: Axiom): boolean {
		const { events } = this.#tape.size;
		if (test === "acyclic") return isAcyclic(this.#tape.relation(node), events, this.#scratch);
		if (test === "irreflexive") {
			const relation = this.#tape.relation(node);
			for (let i = 0; i < events; i++) if (relation.has(i, i)) return false;
			return true;
		}
		const { bits } = this.#register(node);
		const end = node.sort === "set" ? this.#words : events * this.#words;
		for (let i = 0; i < end; i++) if (bits[i] !== 0) return false;
		return true;
	}

	#register(node: ModelNode): Register {
		return node.sort === "set" ? this.#tape.set(node) : this.#tape.relation(node);
	}
}

type Test = (from: Event, to: Event) => boolean;

const sameLocation: Test = (from, to) => from.cell >= 0 && from.cell === to.cell;
const external: Test = (from, to) => from !== to && (from.thread !== to.thread || from.thread < 0);

/**
 * Makes a symmetric relation that of a test, where it is so already between events below `first`; it was
 * last made for `old` events, and forgets those that there are no longer.
 */
function extend(relation: Relation, first: number, old: number, events: readonly Event[], test: Test): void {
	for (let i = first; i < events.length; i++)
		for (let j = 0; j <= i; j++)
			if (test(events[i], events[j])) {
				relation.add(i, j);
				relation.add(j, i);
			} else {
				relation.remove(i, j);
				relation.remove(j, i);
			}
	for (let gone = events.length; gone < old; gone++)
		for (let i = 0; i < events.length; i++) relation.remove(i, gone);
}
