import type { Axiom, Model, ModelNode, RecursiveGroup } from "../../src/cat/model.ts";
import { operandsOf } from "../../src/cat/operands-of.ts";
import type { HandBuilt } from "./hand-built.ts";

/** A set as its events, a relation as its pairs `from * size + to`. */
type Extent = ReadonlySet<number>;

/** Evaluates nodes on one execution straight from their definitions, with no thought for speed. */
export class NaiveEvaluator {
	private readonly execution: HandBuilt;
	private readonly known = new Map<ModelNode, Extent>();
	/** Values in the round of the iteration that is going on. */
	private readonly round = new Map<ModelNode, Extent>();
	private readonly mentioned = new Map<ModelNode, Set<RecursiveGroup>>();
	private readonly solved = new Map<RecursiveGroup, readonly Extent[]>();
	private readonly current = new Map<RecursiveGroup, readonly Extent[]>();

	constructor(execution: HandBuilt) {
		this.execution = execution;
	}

	/** The pairs of a relation, or the events of a set as pairs with themselves. */
	pairs(node: ModelNode): [number, number][] {
		const { size } = this.execution;
		return [...this.evaluate(node)].map((element) =>
			node.sort === "set" ? [element, element] : [Math.floor(element / size), element % size],
		);
	}

	evaluate(node: ModelNode): Extent {
		const memory = this.isOpen(node) ? this.round : this.known;
		const known = memory.get(node);
		if (known !== undefined) return known;
		const extent = this.compute(node);
		memory.set(node, extent);
		return extent;
	}

	/** Whether the node mentions a group that is being solved, so that its value is not final. */
	private isOpen(node: ModelNode): boolean {
		let groups = this.mentioned.get(node);
		if (groups === undefined) {
			groups = new Set(node.op === "recursive" ? [node.group] : []);
			for (const operand of operandsOf(node)) {
				this.isOpen(operand);
				for (const group of this.mentioned.get(operand) ?? []) groups.add(group);
			}
			this.mentioned.set(node, groups);
		}
		return [...groups].some((group) => this.current.has(group));
	}

	private pair(from: number, to: number): number {
		return from * this.execution.size + to;
	}

	private all(sort: ModelNode["sort"]): Extent {
		const { size } = this.execution;
		return new Set(Array(sort === "set" ? size : size * size).keys());
	}

	private compose(left: Extent, right: Extent): Extent {
		const { size } = this.execution;
		const result = new Set<number>();
		for (const a of left) {
			for (const b of right) {
				if (a % size === Math.floor(b / size)) result.add(this.pair(Math.floor(a / size), b % size));
			}
		}
		return result;
	}

	private closure(relation: Extent): Extent {
		let result = relation;
		for (;;) {
			const next = new Set([...result, ...this.compose(result, relation)]);
			if (next.size === result.size) return result;
			result = next;
		}
	}

	private diagonal(events: Iterable<number>): Extent {
		return new Set([...events].map((event) => this.pair(event, event)));
	}

	private solve(group: RecursiveGroup): readonly Extent[] {
		const solved = this.solved.get(group);
		if (solved !== undefined) return solved;
		let extents: readonly Extent[] = group.bodies.map(() => new Set<number>());
		for (;;) {
			this.current.set(group, extents);
			this.round.clear();
			const next = group.bodies.map((body) => this.evaluate(body));
			const before = extents;
			const stable = next.every(
				(extent, index) =>
					extent.size === before[index].size && [...extent].every((e) => before[index].has(e)),
			);
			extents = next;
			if (stable) break;
		}
		this.current.delete(group);
		this.solved.set(group, extents);
		return extents;
	}

	private compute(node: ModelNode): Extent {
		const { size } = this.execution;
		switch (node.op) {
			case "base": {
				if (node.sort === "set") return new Set(this.execution.sets.get(node.name));
				const pairs = this.execution.relations.get(node.name);
				return new Set(pairs?.map(([from, to]) => this.pair(from, to)));
			}
			case "empty":
				return new Set();
			case "union":
				return new Set(node.operands.flatMap((operand) => [...this.evaluate(operand)]));
			case "intersection": {
				const [first, ...others] = node.operands.map((operand) => this.evaluate(operand));
				return new Set([...first].filter((element) => others.every((other) => other.has(element))));
			}
			case "difference": {
				const right = this.evaluate(node.right);
				return new Set([...this.evaluate(node.left)].filter((element) => !right.has(element)));
			}
			case "complement": {
				const operand = this.evaluate(node.operand);
				return new Set([...this.all(node.sort)].filter((element) => !operand.has(element)));
			}
			case "sequence":
				return node.operands
					.map((operand) => this.evaluate(operand))
					.reduce((left, right) => this.compose(left, right));
			case "inverse":
				return new Set(
					[...this.evaluate(node.operand)].map((e) => this.pair(e % size, Math.floor(e / size))),
				);
			case "optional":
				return new Set([...this.evaluate(node.operand), ...this.diagonal(this.all("set"))]);
			case "plus":
				return this.closure(this.evaluate(node.operand));
			case "star":
				return new Set([...this.closure(this.evaluate(node.operand)), ...this.diagonal(this.all("set"))]);
			case "identity":
				return this.diagonal(this.evaluate(node.operand));
			case "product": {
				const right = [...this.evaluate(node.right)];
				return new Set(
					[...this.evaluate(node.left)].flatMap((from) => right.map((to) => this.pair(from, to))),
				);
			}
			case "domain":
				return new Set([...this.evaluate(node.operand)].map((e) => Math.floor(e / size)));
			case "range":
				return new Set([...this.evaluate(node.operand)].map((e) => e % size));
			case "recursive":
				return (this.current.get(node.group) ?? this.solve(node.group))[node.member];
		}
	}

	/** Whether the execution meets the axiom's condition. */
	meets(axiom: Axiom): boolean {
		const extent = this.evaluate(axiom.node);
		const { size } = this.execution;
		const loops = axiom.test === "acyclic" ? this.closure(extent) : extent;
		const met =
			axiom.test === "empty" ? extent.size === 0 : [...loops].every((e) => Math.floor(e / size) !== e % size);
		return met !== axiom.negated;
	}
}

/** The names of the axioms that forbid the execution, and of the flags that it raises. */
export function judge(model: Model, execution: HandBuilt): { forbidden: string[]; flags: string[] } {
	const evaluator = new NaiveEvaluator(execution);
	const forbidden: string[] = [];
	const flags: string[] = [];
	for (const axiom of model.axioms) {
		const meets = evaluator.meets(axiom);
		if (axiom.flag && meets) flags.push(axiom.name);
		if (!axiom.flag && !meets) forbidden.push(axiom.name);
	}
	return { forbidden, flags };
}
