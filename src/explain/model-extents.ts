import type { ModelNode } from "../cat/model.ts";
import type { Step } from "../checker/evaluation/registers.ts";
import { fillBase } from "../checker/evaluation/structure.ts";
import { Tape } from "../checker/evaluation/tape.ts";
import type { Execution } from "../execution/execution.ts";
import { sameValue } from "../execution/value.ts";
import type { EventSet } from "../relation/event-set.ts";
import type { Relation } from "../relation/relation.ts";

/**
 * The extents of a model's sets and relations on one execution, whether the model allows it or not, by the events' indices. A node
 * is evaluated when it is first asked for, with what it is made of.
 */
export class ModelExtents {
	readonly execution: Execution;
	readonly #tape: Tape;
	readonly #filled = new Set<ModelNode>();
	readonly #evaluated = new Set<ModelNode>();

	constructor(execution: Execution) {
		this.execution = execution;
		this.#tape = new Tape(execution.events.length);
		this.#tape.refilled(execution.events.length);
	}

	/** The number of events. */
	get size(): number {
		return this.execution.events.length;
	}

	/** The events of a set. Not to be changed. */
	set(node: ModelNode): EventSet {
		this.#evaluate(node);
		return this.#tape.set(node);
	}

	/** The pairs of a relation. Not to be changed. */
	relation(node: ModelNode): Relation {
		this.#evaluate(node);
		return this.#tape.relation(node);
	}

	#evaluate(node: ModelNode): void {
		if (this.#evaluated.has(node)) return;
		this.#evaluated.add(node);
		const steps: Step[] = [];
		this.#tape.compile(node, steps);
		for (const base of this.#tape.bases()) {
			if (this.#filled.has(base)) continue;
			this.#filled.add(base);
			this.#fill(base);
		}
		for (const step of steps) step();
	}

	#fill(base: ModelNode & { op: "base" }): void {
		const { rf, co, values } = this.execution;
		fillBase(base, this.execution, this.#tape);
		if (base.sort === "set") return;
		const relation = this.#tape.relation(base);
		if (base.name === "rf") for (const [write, read] of rf) relation.add(write, read);
		else if (base.name === "co")
			for (const writes of co)
				writes.forEach((earlier, i) => {
					for (const later of writes.slice(i + 1)) relation.add(earlier, later);
				});
		else if (base.name === "same-value")
			values.forEach((left, i) => {
				values.forEach((right, j) => {
					if (left !== undefined && right !== undefined && sameValue(left, right)) relation.add(i, j);
				});
			});
	}
}

/**
 * What a model's sets and relations, the named ones among `Model.definitions`, come to on a complete execution. What a model
 * says beyond its axioms (`Model.interpret`) is no part of it.
 */
export function evaluateModel(execution: Execution): ModelExtents {
	return new ModelExtents(execution);
}
