import type { ModelNode, RecursiveGroup } from "../../cat/model.ts";

/**
 * Rewrites a model's expressions for programs in which some base sets and relations are known to be empty:
 * whatever is empty because of them becomes the empty node, so that, for example, a program without RCU
 * pays nothing for RCU. Equal inputs give the same output object.
 */
export class Folder {
	readonly #isEmptyBase: (name: string) => boolean;
	readonly #memo = new Map<ModelNode, ModelNode>();
	readonly #groups = new Map<RecursiveGroup, { group: RecursiveGroup; empty: Set<number> }>();
	#nextId: number;

	/**
	 * @param firstId an id above all ids of the nodes that will be folded
	 * @param isEmptyBase whether a base set or relation has no member in any execution
	 */
	constructor(firstId: number, isEmptyBase: (name: string) => boolean) {
		this.#nextId = firstId;
		this.#isEmptyBase = isEmptyBase;
	}

	fold(node: ModelNode): ModelNode {
		const known = this.#memo.get(node);
		if (known !== undefined) return known;
		const folded = this.#rewrite(node);
		this.#memo.set(node, folded);
		return folded;
	}

	#rewrite(node: ModelNode): ModelNode {
		switch (node.op) {
			case "base":
				return this.#isEmptyBase(node.name) ? this.#empty(node) : node;
			case "empty":
				return node;
			case "union":
				return this.#union(
					node,
					node.operands.map((x) => this.fold(x)).filter((x) => x.op !== "empty"),
				);
			case "intersection":
			case "sequence": {
				const operands = node.operands.map((x) => this.fold(x));
				if (operands.some((x) => x.op === "empty")) return this.#empty(node);
				if (node.op === "intersection") return this.#intersection(node, operands);
				return this.#sequence(node, withoutKnownEnds(operands));
			}
			case "difference": {
				const left = this.fold(node.left);
				const right = this.fold(node.right);
				if (left.op === "empty" || right.op === "empty") return left;
				return left === node.left && right === node.right
					? node
					: { ...node, id: this.#nextId++, left, right };
			}
			case "product": {
				const left = this.fold(node.left);
				const right = this.fold(node.right);
				if (left.op === "empty" || right.op === "empty") return this.#empty(node);
				return left === node.left && right === node.right
					? node
					: { ...node, id: this.#nextId++, left, right };
			}
			case "optional":
			case "star":
			case "complement": {
				const operand = this.fold(node.operand);
				return operand === node.operand ? node : { ...node, id: this.#nextId++, operand };
			}
			case "recursive":
				return this.#recursive(node, node.group, node.member);
			default: {
				const operand = this.fold(node.operand);
				if (operand.op === "empty") return this.#empty(node);
				// Coherence is transitive.
				if (node.op === "plus" && isBase(operand, "co")) return operand;
				return operand === node.operand ? node : { ...node, id: this.#nextId++, operand };
			}
		}
	}

	/** All pairs of events say nothing in an intersection. */
	#intersection(node: ModelNode & { op: "intersection" }, operands: readonly ModelNode[]): ModelNode {
		const telling = operands.filter(
			(x) => !(x.op === "product" && isBase(x.left, "_") && isBase(x.right, "_")),
		);
		if (telling.length === 1) return telling[0];
		const kept = telling.length === 0 ? operands : telling;
		return sameList(kept, node.operands) ? node : { ...node, id: this.#nextId++, operands: kept };
	}

	/** `r?` and `r*` of an empty r are the identity, which a composition can do without. */
	#sequence(node: ModelNode & { op: "sequence" }, operands: readonly ModelNode[]): ModelNode {
		const solid = operands.filter(
			(x) => !((x.op === "optional" || x.op === "star") && x.operand.op === "empty"),
		);
		if (solid.length === 1) return solid[0];
		const kept = solid.length === 0 ? operands : solid;
		return sameList(kept, node.operands) ? node : { ...node, id: this.#nextId++, operands: kept };
	}

	#empty(node: ModelNode): ModelNode {
		return { id: this.#nextId++, sort: node.sort, op: "empty" };
	}

	#union(node: ModelNode & { op: "union" }, operands: ModelNode[]): ModelNode {
		if (operands.length === 0) return this.#empty(node);
		if (operands.length === 1) return operands[0];
		return sameList(operands, node.operands) ? node : { ...node, id: this.#nextId++, operands };
	}

	/** Members are taken to be empty until a body says otherwise. */
	#recursive(node: ModelNode, group: RecursiveGroup, member: number): ModelNode {
		const done = this.#groups.get(group);
		if (done !== undefined)
			return done.empty.has(member)
				? this.#empty(node)
				: { id: this.#nextId++, sort: node.sort, op: "recursive", group: done.group, member };
		const empty = new Set(group.names.keys());
		for (;;) {
			const outer = new Map(this.#memo);
			const bodies: ModelNode[] = [];
			const folded: RecursiveGroup = { names: group.names, bodies };
			this.#groups.set(group, { group: folded, empty: new Set(empty) });
			bodies.push(...group.bodies.map((body) => this.fold(body)));
			const before = empty.size;
			for (const index of [...empty]) if (bodies[index].op !== "empty") empty.delete(index);
			if (empty.size === before) break;
			// What was folded on the broken assumption is forgotten.
			this.#memo.clear();
			for (const [from, to] of outer) this.#memo.set(from, to);
		}
		return this.#recursive(node, group, member);
	}
}

function isBase(node: ModelNode, name: string): boolean {
	return node.op === "base" && node.name === name;
}

function isOn(node: ModelNode | undefined, set: string): boolean {
	return node?.op === "identity" && isBase(node.operand, set);
}

/** Leaves out `[W]` and `[R]` beside `rf` and `co` where these have no other ends. */
function withoutKnownEnds(operands: readonly ModelNode[]): readonly ModelNode[] {
	return operands.filter((operand, i) => {
		const before = operands[i - 1];
		const after = operands[i + 1];
		const isFrom = after !== undefined && (isBase(after, "co") || isBase(after, "rf"));
		const isTo = before !== undefined && isBase(before, "co");
		if (isOn(operand, "W") && (isFrom || isTo)) return false;
		return !(isOn(operand, "R") && before !== undefined && isBase(before, "rf"));
	});
}

function sameList(left: readonly ModelNode[], right: readonly ModelNode[]): boolean {
	return left.length === right.length && left.every((node, i) => node === right[i]);
}
