import type { ModelNode, ModelOperation, RecursiveGroup } from "./model.ts";

/** What a node is: a set of events or a relation between them. */
export type Sort = ModelNode["sort"];

/**
 * Makes the nodes of one model so that structurally equal ones are the same object, numbered in the
 * order of making. It does not simplify; see the files of operations for that.
 */
export class NodeTable {
	private readonly nodes = new Map<string, ModelNode>();
	private readonly named = new Set<ModelNode>();
	private nextId = 0;
	private total = 0;

	/** The number of nodes and of their operands so far: a bound on what the model costs to hold. */
	get size(): number {
		return this.total;
	}

	private intern(sort: Sort, operation: ModelOperation, operands: readonly unknown[]): ModelNode {
		const key = `${sort} ${operation.op} ${operands.join(" ")}`;
		const known = this.nodes.get(key);
		if (known !== undefined) return known;
		const node: ModelNode = { id: this.nextId++, sort, ...operation };
		this.total += 1 + operands.length;
		this.nodes.set(key, node);
		return node;
	}

	base(sort: Sort, name: string): ModelNode {
		return this.intern(sort, { op: "base", name }, [name]);
	}

	empty(sort: Sort): ModelNode {
		return this.intern(sort, { op: "empty" }, []);
	}

	/** A base node of its own, for a member of a set that is not known yet. */
	fresh(sort: Sort): ModelNode {
		return this.base(sort, `?${this.nextId}`);
	}

	/** A union, intersection or sequence of at least two operands, in the order given. */
	many(sort: Sort, op: "union" | "intersection" | "sequence", operands: readonly ModelNode[]): ModelNode {
		const ids = operands.map((operand) => operand.id);
		return this.intern(sort, { op, operands }, ids);
	}

	two(sort: Sort, op: "difference" | "product", left: ModelNode, right: ModelNode): ModelNode {
		return this.intern(sort, { op, left, right }, [left.id, right.id]);
	}

	one(
		sort: Sort,
		op: "complement" | "inverse" | "optional" | "plus" | "star" | "identity" | "domain" | "range",
		operand: ModelNode,
	): ModelNode {
		return this.intern(sort, { op, operand }, [operand.id]);
	}

	/** A member of a recursive group; every call makes a node of its own. */
	recursive(sort: Sort, group: RecursiveGroup, member: number): ModelNode {
		return this.intern(sort, { op: "recursive", group, member }, [this.nextId]);
	}

	/**
	 * Remembers that the model names this node. Flattening stops at named nodes: taking one apart
	 * inside a user would compute its parts again there instead of sharing the whole.
	 */
	name(node: ModelNode): void {
		this.named.add(node);
	}

	isNamed(node: ModelNode): boolean {
		return this.named.has(node);
	}
}
