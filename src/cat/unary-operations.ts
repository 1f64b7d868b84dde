import { closesToCoherence } from "./lock-facts.ts";
import type { ModelNode } from "./model.ts";
import type { NodeTable } from "./node-table.ts";

const symmetric: ReadonlySet<string> = new Set(["loc", "int", "ext", "id", "same-value"]);
const transitive: ReadonlySet<string> = new Set(["po", "loc", "int", "id"]);

function isBaseIn(node: ModelNode, names: ReadonlySet<string>): boolean {
	return node.op === "base" && names.has(node.name);
}

function everywhere(table: NodeTable): ModelNode {
	return table.base("relation", "id");
}

/** Whether the relation only holds between events and themselves. */
function isDiagonal(node: ModelNode): boolean {
	return node.op === "empty" || node.op === "identity" || (node.op === "base" && node.name === "id");
}

/** `[set]`: the pairs (e, e) with e in the set. */
export function identity(table: NodeTable, set: ModelNode): ModelNode {
	if (set.op === "empty") return table.empty("relation");
	if (set.op === "base" && set.name === "_") return everywhere(table);
	return table.one("relation", "identity", set);
}

/** `operand^-1`: all pairs turned round. */
export function inverse(table: NodeTable, operand: ModelNode): ModelNode {
	if (operand.op === "inverse") return operand.operand;
	if (operand.op === "product") return table.two("relation", "product", operand.right, operand.left);
	if (isDiagonal(operand) || isBaseIn(operand, symmetric)) return operand;
	return table.one("relation", "inverse", operand);
}

/** `operand?`: with all pairs (e, e). */
export function optional(table: NodeTable, operand: ModelNode): ModelNode {
	if (isDiagonal(operand)) return everywhere(table);
	if (operand.op === "optional" || operand.op === "star") return operand;
	if (operand.op === "plus") return star(table, operand.operand);
	return table.one("relation", "optional", operand);
}

/** `operand+`: the transitive closure. */
export function plus(table: NodeTable, operand: ModelNode): ModelNode {
	if (isDiagonal(operand) || isBaseIn(operand, transitive)) return operand;
	if (operand.op === "plus" || operand.op === "star") return operand;
	if (operand.op === "optional") return star(table, operand.operand);
	if (closesToCoherence(operand)) return table.base("relation", "co");
	return table.one("relation", "plus", operand);
}

/** `operand*`: the reflexive-transitive closure. */
export function star(table: NodeTable, operand: ModelNode): ModelNode {
	if (isDiagonal(operand)) return everywhere(table);
	if (operand.op === "star") return operand;
	if (operand.op === "plus" || operand.op === "optional") return star(table, operand.operand);
	if (isBaseIn(operand, transitive)) return optional(table, operand);
	return table.one("relation", "star", operand);
}

/** The set of events that the relation leads from. */
export function domain(table: NodeTable, relation: ModelNode): ModelNode {
	return end(table, "domain", relation);
}

/** The set of events that the relation leads to. */
export function range(table: NodeTable, relation: ModelNode): ModelNode {
	return end(table, "range", relation);
}

function end(table: NodeTable, side: "domain" | "range", relation: ModelNode): ModelNode {
	if (relation.op === "empty") return table.empty("set");
	if (relation.op === "identity") return relation.operand;
	if (relation.op === "optional" || relation.op === "star") return table.base("set", "_");
	if (relation.op === "base" && relation.name === "id") return table.base("set", "_");
	if (relation.op === "plus") return end(table, side, relation.operand);
	if (relation.op === "inverse") {
		return end(table, side === "domain" ? "range" : "domain", relation.operand);
	}
	return table.one("set", side, relation);
}
