import { areLockPairs } from "./lock-facts.ts";
import type { ModelNode } from "./model.ts";
import type { NodeTable } from "./node-table.ts";
import { restoreLockEvents } from "./restore-lock-events.ts";
import { identity, optional } from "./unary-operations.ts";

/** Operands with those of unnamed nodes of the same operation in their place, each once, by id. */
function flattened(
	table: NodeTable,
	op: "union" | "intersection",
	operands: readonly ModelNode[],
): ModelNode[] {
	const flat = new Set<ModelNode>();
	for (const operand of operands) {
		if (operand.op === op && !table.isNamed(operand)) {
			for (const inner of operand.operands) flat.add(inner);
		} else flat.add(operand);
	}
	return [...flat].sort((a, b) => a.id - b.id);
}

function isUniverse(node: ModelNode): boolean {
	return node.op === "base" && node.name === "_";
}

/**
 * The union of nodes of one sort, in canonical form: flat, sorted by id, without duplicates and
 * empties; `r | id` becomes `r?`. Operands: at least one.
 */
export function union(table: NodeTable, operands: readonly ModelNode[]): ModelNode {
	const { sort } = operands[0];
	const restored = restoreLockEvents(table, operands);
	if (restored !== undefined) return union(table, restored);
	const flat = flattened(table, "union", operands).filter((operand) => operand.op !== "empty");
	const universe = flat.find(isUniverse);
	if (universe !== undefined) return universe;
	const others = flat.filter((operand) => !(operand.op === "base" && operand.name === "id"));
	if (others.length < flat.length) {
		return optional(table, others.length === 0 ? table.empty(sort) : union(table, others));
	}
	if (flat.length === 0) return table.empty(sort);
	return flat.length === 1 ? flat[0] : table.many(sort, "union", flat);
}

/**
 * The intersection of nodes of one sort, in canonical form: flat, sorted by id, without duplicates;
 * `a & ~b` becomes `a \ b`, and `[S] & [T]` becomes `[S & T]`. Operands: at least one.
 */
export function intersection(table: NodeTable, operands: readonly ModelNode[]): ModelNode {
	const { sort } = operands[0];
	const flat = flattened(table, "intersection", operands);
	if (flat.some((operand) => operand.op === "empty")) return table.empty(sort);
	const kept: ModelNode[] = [];
	const removed: ModelNode[] = [];
	const diagonal: ModelNode[] = [];
	for (const operand of flat) {
		if (operand.op === "complement") removed.push(operand.operand);
		else if (operand.op === "identity") diagonal.push(operand.operand);
		else if (!isUniverse(operand)) kept.push(operand);
	}
	if (diagonal.length > 0) {
		const on = intersection(table, diagonal);
		kept.push(identity(table, on));
	}
	if (removed.length > 0) {
		const gone = union(table, removed);
		if (kept.length === 0) return complement(table, gone);
		return difference(table, intersection(table, kept), gone);
	}
	if (kept.length === 0) return flat[0];
	if (kept.length === 1) return kept[0];
	if (kept.some((operand) => operand.op === "empty")) return table.empty(sort);
	return table.many(
		sort,
		"intersection",
		kept.sort((a, b) => a.id - b.id),
	);
}

/** `left \ right`; `(a \ b) \ c` becomes `a \ (b | c)` unless the inner difference has a name. */
export function difference(table: NodeTable, left: ModelNode, right: ModelNode): ModelNode {
	if (left === right || left.op === "empty" || isUniverse(right)) return table.empty(left.sort);
	if (right.op === "empty") return left;
	if (right.op === "union" && right.operands.includes(left)) return table.empty(left.sort);
	if (right.op === "complement") return intersection(table, [left, right.operand]);
	if (left.op === "difference" && !table.isNamed(left)) {
		return difference(table, left.left, union(table, [left.right, right]));
	}
	if (areLockPairs(left, right)) {
		const ends = ["LKR", "LKW"].map((name) => identity(table, table.base("set", name)));
		return table.many("relation", "sequence", [ends[0], table.base("relation", "rmw"), ends[1]]);
	}
	return table.two(left.sort, "difference", left, right);
}

/** `~operand`: all events, or all pairs of events, that are not in it. */
export function complement(table: NodeTable, operand: ModelNode): ModelNode {
	if (operand.op === "complement") return operand.operand;
	if (isUniverse(operand)) return table.empty("set");
	if (operand.op === "empty" && operand.sort === "set") return table.base("set", "_");
	return table.one(operand.sort, "complement", operand);
}
