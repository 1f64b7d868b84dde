import type { Axiom, ModelNode, RecursiveGroup } from "../../src/cat/model.ts";
import { operandsOf } from "../../src/cat/operands-of.ts";
import { type Mask, Matrix } from "./matrix.ts";
import type { Supplied } from "./model-bases.ts";

/** A relation; a set is its identity. */
type Extent = Matrix;

/**
 * Evaluates a model's nodes on one candidate, for one choice of rf and co after the other. Each node by
 * its definition; what rf and co do not enter is kept from choice to choice.
 */
export class ModelEvaluator {
	readonly #supplied: Supplied;
	readonly #fixed = new Map<ModelNode, Extent>();
	readonly #known = new Map<ModelNode, Extent>();
	/** Members of the groups that are solved, or being solved. */
	readonly #members = new Map<RecursiveGroup, readonly Extent[]>();
	/** Nodes evaluated while a group is being solved are not final. */
	#round: Map<ModelNode, Extent> | undefined;
	#rf: Matrix;
	#co: Matrix;

	constructor(supplied: Supplied) {
		this.#supplied = supplied;
		this.#rf = this.#co = this.#on(0);
	}

	/** Goes on to another rf and co. */
	look(rf: Matrix, co: Matrix): void {
		this.#rf = rf;
		this.#co = co;
		this.#known.clear();
		this.#members.clear();
	}

	/** Whether rf and co as they are meet an axiom's condition. */
	meets({ test, node, negated }: Axiom): boolean {
		const extent = this.evaluate(node);
		const met =
			test === "empty" ? extent.isEmpty() : test === "acyclic" ? extent.isAcyclic() : extent.isIrreflexive();
		return met !== negated;
	}

	/** A node's value; a set's as the identity on it. */
	evaluate(node: ModelNode): Extent {
		const memory = isFixed(node) ? this.#fixed : (this.#round ?? this.#known);
		const found = memory.get(node) ?? this.#known.get(node) ?? this.#compute(node);
		memory.set(node, found);
		return found;
	}

	#on(set: Mask): Matrix {
		return Matrix.on(this.#supplied.size, set);
	}

	#compute(node: ModelNode): Extent {
		const { size, all, set, relations } = this.#supplied;
		const value = (operand: ModelNode): Extent => this.evaluate(operand);
		switch (node.op) {
			case "base":
				if (node.sort === "set") return this.#on(set(node.name));
				if (node.name === "rf") return this.#rf;
				return node.name === "co" ? this.#co : (relations.get(node.name) ?? this.#on(0));
			case "empty":
				return this.#on(0);
			case "union":
				return this.#on(0).or(...node.operands.map(value));
			case "intersection":
				return node.operands.map(value).reduce((left, right) => left.and(right));
			case "difference":
				return value(node.left).minus(value(node.right));
			case "complement":
				return (node.sort === "set" ? this.#on(all) : Matrix.product(size, all, all)).minus(
					value(node.operand),
				);
			case "sequence":
				return node.operands.map(value).reduce((left, right) => left.sequence(right));
			case "inverse":
				return value(node.operand).inverse();
			case "optional":
				return value(node.operand).or(this.#on(all));
			case "plus":
				return value(node.operand).plus();
			case "star":
				return value(node.operand).plus().or(this.#on(all));
			case "identity":
				return value(node.operand);
			case "product":
				return Matrix.product(size, value(node.left).domain(), value(node.right).domain());
			case "domain":
				return this.#on(value(node.operand).domain());
			case "range":
				return this.#on(value(node.operand).range());
			case "recursive":
				return this.#solve(node.group)[node.member];
		}
	}

	/** Iterates a group's bodies from empty until nothing changes. */
	#solve(group: RecursiveGroup): readonly Extent[] {
		const begun = this.#members.get(group);
		if (begun !== undefined) return begun;
		const outer = this.#round;
		let members: readonly Extent[] = group.bodies.map(() => this.#on(0));
		for (let settled = false; !settled; ) {
			this.#members.set(group, members);
			this.#round = new Map();
			const next = group.bodies.map((body) => this.evaluate(body));
			settled = next.every((extent, i) => extent.equals(members[i]));
			members = next;
		}
		this.#round = outer;
		return members;
	}
}

const fixed = new WeakMap<ModelNode, boolean>();

/** Whether rf, co and recursion do not enter a node. */
function isFixed(node: ModelNode): boolean {
	let known = fixed.get(node);
	if (known === undefined) {
		if (node.op === "base") known = node.name !== "rf" && node.name !== "co";
		else known = node.op !== "recursive" && operandsOf(node).every(isFixed);
		fixed.set(node, known);
	}
	return known;
}
