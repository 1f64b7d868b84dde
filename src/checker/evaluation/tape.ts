import type { ModelNode, RecursiveGroup } from "../../cat/model.ts";
import { ChangeWatch } from "./change-watch.ts";
import { closureStep } from "./closure-step.ts";
import { compileOperation } from "./compile-operation.ts";
import { demandsOf } from "./operands.ts";
import { type Clock, type Register, RelationRegister, SetRegister } from "./register.ts";
import type { Registers, Size, Step } from "./registers.ts";
import { haveChanged } from "./row-step.ts";

/** Iterations of a recursive group after which it is taken not to settle. */
const FIXPOINT_BOUND = 1000;

/**
 * Storage and straight-line code for model nodes: each node has one register, and steps recompute
 * registers from registers. Inputs are registers that the user of the tape keeps up to date.
 */
export class Tape implements Registers {
	readonly size: Size = { events: 0 };
	readonly clock: Clock = { now: 0, refilledAt: 0 };
	readonly capacity: number;
	/** The words of a set, and of a row of a relation. */
	readonly words: number;
	readonly #sets = new Map<ModelNode, SetRegister>();
	readonly #relations = new Map<ModelNode, RelationRegister>();
	readonly #closures = new Map<ModelNode, RelationRegister>();
	readonly #ready = new Set<ModelNode>();
	readonly #groups = new Set<RecursiveGroup>();
	/** The registers of each group's members, shared by all nodes that stand for one. */
	readonly #members = new Map<RecursiveGroup, Register[]>();
	/** @param capacity number of events there is room for; rounded up to a multiple of 32 */
	constructor(capacity: number) {
		this.words = new SetRegister(capacity).words;
		this.capacity = 32 * this.words;
	}

	/** To be called when the inputs have been filled for so many events: all steps that run next compute all. */
	refilled(events: number): void {
		this.size.events = events;
		this.clock.refilledAt = ++this.clock.now;
	}

	/** The register of a set. */
	set(node: ModelNode): SetRegister {
		let found = this.#sets.get(node);
		if (found === undefined) {
			const member = node.op === "recursive" ? this.#member(node.group, node.member, "set") : undefined;
			found = member instanceof SetRegister ? member : new SetRegister(this.capacity);
			this.#sets.set(node, found);
		}
		return found;
	}

	/** The register of a relation. */
	relation(node: ModelNode): RelationRegister {
		let found = this.#relations.get(node);
		if (found === undefined) {
			const member = node.op === "recursive" ? this.#member(node.group, node.member, "relation") : undefined;
			found = member instanceof RelationRegister ? member : new RelationRegister(this.capacity);
			this.#relations.set(node, found);
		}
		return found;
	}

	/** Declares that a node's register is filled from outside. */
	input(node: ModelNode): void {
		this.#ready.add(node);
	}

	/** Whether a node is an input or has been compiled. */
	has(node: ModelNode): boolean {
		return this.#ready.has(node);
	}

	/**
	 * Appends to `steps` what computes `node` from the inputs, leaving out what an earlier call has compiled:
	 * the steps of all calls are meant to run in order.
	 */
	compile(node: ModelNode, steps: Step[]): void {
		if (this.#ready.has(node)) return;
		if (node.op === "recursive") {
			this.#compileGroup(node.group, steps);
			return;
		}
		for (const operand of demandsOf(node)) this.compile(operand, steps);
		this.#ready.add(node);
		if (node.op === "empty") return;
		const step = compileOperation(node, this, steps);
		if (step !== undefined) steps.push(step);
	}

	/** The base nodes among what has been compiled: their registers are filled from outside. */
	bases(): (ModelNode & { op: "base" })[] {
		return [...this.#ready].filter((node) => node.op === "base");
	}

	/** The register of a relation's transitive closure; compiled on first use. */
	closureOf(node: ModelNode, steps: Step[]): RelationRegister {
		const known = this.#closures.get(node);
		if (known !== undefined) return known;
		const closed = new RelationRegister(this.capacity);
		this.#closures.set(node, closed);
		steps.push(closureStep(closed, this.relation(node), this.size, this.clock));
		return closed;
	}

	/** Iterates all bodies of a group from empty until no member changes. */
	#compileGroup(group: RecursiveGroup, steps: Step[]): void {
		if (this.#groups.has(group)) return;
		this.#groups.add(group);
		const depends = new Map<ModelNode, boolean>();
		const inputs: Register[] = [];
		for (const body of group.bodies)
			if (!this.#compileFree(body, group, depends, steps, inputs)) this.#input(body, steps, inputs);
		const loop: Step[] = [];
		for (const body of group.bodies) this.compile(body, loop);
		const { size, clock } = this;
		const members = group.bodies.map((body, member) => {
			const to = this.#member(group, member, body.sort);
			return { from: this.#register(body).bits, to, watch: new ChangeWatch(to) };
		});
		let ranAt = -1;
		let ranFor = -1;
		steps.push(() => {
			if (size.events === ranFor && clock.refilledAt <= ranAt && !haveChanged(inputs, ranAt)) return;
			for (const { to } of members) to.clear();
			for (let round = 0, changed = true; changed && round < FIXPOINT_BOUND; round++) {
				clock.now++;
				for (const { watch } of members) watch.date(clock, size.events);
				for (const step of loop) step();
				changed = false;
				for (const { from, to } of members) {
					const end = to instanceof RelationRegister ? size.events * to.words : to.words;
					for (let at = 0; at < end; at++) {
						if (to.bits[at] === from[at]) continue;
						to.bits[at] = from[at];
						changed = true;
					}
				}
			}
			ranAt = ++clock.now;
			ranFor = size.events;
		});
	}

	/** Compiles a node that a group is computed from. */
	#input(node: ModelNode, steps: Step[], inputs: Register[]): void {
		this.compile(node, steps);
		inputs.push(this.#register(node));
	}

	/** Compiles the parts of a body that do not depend on the group, so that they run once, before its loop. */
	#compileFree(
		node: ModelNode,
		group: RecursiveGroup,
		depends: Map<ModelNode, boolean>,
		steps: Step[],
		inputs: Register[],
	): boolean {
		const known = depends.get(node);
		if (known !== undefined) return known;
		if (node.op === "recursive" && node.group === group) return true;
		depends.set(node, false);
		const operands = demandsOf(node);
		const bound = operands.map((operand) => this.#compileFree(operand, group, depends, steps, inputs));
		const result = bound.some((x) => x);
		depends.set(node, result);
		if (result)
			operands.forEach((operand, i) => {
				if (!bound[i]) this.#input(operand, steps, inputs);
			});
		return result;
	}

	#member(group: RecursiveGroup, member: number, sort: "set" | "relation"): Register {
		let registers = this.#members.get(group);
		if (registers === undefined) {
			registers = [];
			this.#members.set(group, registers);
		}
		registers[member] ??=
			sort === "set" ? new SetRegister(this.capacity) : new RelationRegister(this.capacity);
		return registers[member];
	}

	#register(node: ModelNode): Register {
		return node.sort === "set" ? this.set(node) : this.relation(node);
	}
}
