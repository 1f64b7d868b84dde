import type { ModelNode, RecursiveGroup } from "../../cat/model.ts";
import { closeTransitively } from "../../relation/closure.ts";
import { EventSet } from "../../relation/event-set.ts";
import { Relation } from "../../relation/relation.ts";
import { compileOperation } from "./compile-operation.ts";
import { demandsOf } from "./operands.ts";
import type { Registers, Size, Step } from "./registers.ts";

/** Iterations of a recursive group after which it is taken not to settle. */
const FIXPOINT_BOUND = 1000;

/**
 * Storage and straight-line code for model nodes: each node has one register, and steps recompute
 * registers from registers. Inputs are registers that the user of the tape keeps up to date.
 */
export class Tape implements Registers {
	readonly size: Size;
	readonly capacity: number;
	readonly #sets = new Map<ModelNode, EventSet>();
	readonly #relations = new Map<ModelNode, Relation>();
	readonly #closures = new Map<ModelNode, Relation>();
	readonly #ready = new Set<ModelNode>();
	readonly #groups = new Set<RecursiveGroup>();
	/** The registers of each group's members, shared by all nodes that stand for one. */
	readonly #members = new Map<RecursiveGroup, (EventSet | Relation)[]>();
	/** Two relations for intermediate results of one step. */
	readonly scratch: readonly [Relation, Relation];

	/** @param capacity number of events there is room for; rounded up to a multiple of 32 */
	constructor(capacity: number, size: Size) {
		this.scratch = [new Relation(capacity), new Relation(capacity)];
		this.capacity = this.scratch[0].capacity;
		this.size = size;
	}

	/** The register of a set. */
	set(node: ModelNode): EventSet {
		let found = this.#sets.get(node);
		if (found === undefined) {
			const member = node.op === "recursive" ? this.#member(node.group, node.member, "set") : undefined;
			found = member instanceof EventSet ? member : new EventSet(this.capacity);
			this.#sets.set(node, found);
		}
		return found;
	}

	/** The register of a relation. */
	relation(node: ModelNode): Relation {
		let found = this.#relations.get(node);
		if (found === undefined) {
			const member = node.op === "recursive" ? this.#member(node.group, node.member, "relation") : undefined;
			found = member instanceof Relation ? member : new Relation(this.capacity);
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
	closureOf(node: ModelNode, steps: Step[]): Relation {
		const known = this.#closures.get(node);
		if (known !== undefined) return known;
		const closed = new Relation(this.capacity);
		this.#closures.set(node, closed);
		const from = this.relation(node);
		const { size } = this;
		steps.push(() => {
			closed.bits.set(from.bits);
			closeTransitively(closed, size.events);
		});
		return closed;
	}

	/** Iterates all bodies of a group from empty until no member changes. */
	#compileGroup(group: RecursiveGroup, steps: Step[]): void {
		if (this.#groups.has(group)) return;
		this.#groups.add(group);
		const depends = new Map<ModelNode, boolean>();
		for (const body of group.bodies) this.#compileFree(body, group, depends, steps);
		const loop: Step[] = [];
		for (const body of group.bodies) this.compile(body, loop);
		const copies = group.bodies.map((body, member) => ({
			from: this.#bits(body),
			to: this.#member(group, member, body.sort).bits,
		}));
		steps.push(() => {
			for (const { to } of copies) to.fill(0);
			for (let round = 0; round < FIXPOINT_BOUND; round++) {
				for (const step of loop) step();
				let changed = false;
				for (const { from, to } of copies) {
					if (equalBits(from, to)) continue;
					to.set(from);
					changed = true;
				}
				if (!changed) return;
			}
		});
	}

	/** Compiles the parts of a body that do not depend on the group, so that they run once, before its loop. */
	#compileFree(
		node: ModelNode,
		group: RecursiveGroup,
		depends: Map<ModelNode, boolean>,
		steps: Step[],
	): boolean {
		const known = depends.get(node);
		if (known !== undefined) return known;
		if (node.op === "recursive" && node.group === group) return true;
		depends.set(node, false);
		const operands = demandsOf(node);
		const bound = operands.map((operand) => this.#compileFree(operand, group, depends, steps));
		const result = bound.some((x) => x);
		depends.set(node, result);
		if (result)
			operands.forEach((operand, i) => {
				if (!bound[i]) this.compile(operand, steps);
			});
		return result;
	}

	#member(group: RecursiveGroup, member: number, sort: "set" | "relation"): EventSet | Relation {
		let registers = this.#members.get(group);
		if (registers === undefined) {
			registers = [];
			this.#members.set(group, registers);
		}
		registers[member] ??= sort === "set" ? new EventSet(this.capacity) : new Relation(this.capacity);
		return registers[member];
	}

	#bits(node: ModelNode): Int32Array {
		return node.sort === "set" ? this.set(node).bits : this.relation(node).bits;
	}
}

function equalBits(left: Int32Array, right: Int32Array): boolean {
	for (let i = 0; i < left.length; i++) if (left[i] !== right[i]) return false;
	return true;
}
