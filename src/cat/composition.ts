import { intersection } from "./boolean-operations.ts";
import { areHandOver, hasLockSources } from "./lock-facts.ts";
import type { ModelNode } from "./model.ts";
import type { NodeTable } from "./node-table.ts";
import { identity } from "./unary-operations.ts";

/**
 * The composition of relations, left to right, in canonical form: flat, without `id`, neighbouring
 * `[S];[T]` joined to `[S & T]`, and empty if any part is. Operands: at least one.
 */
export function sequence(table: NodeTable, operands: readonly ModelNode[]): ModelNode {
	const parts: ModelNode[] = [];
	const add = (part: ModelNode): void => {
		if (part.op === "sequence" && !table.isNamed(part)) {
			for (const inner of part.operands) add(inner);
			return;
		}
		if (part.op === "base" && part.name === "id") return;
		const last = parts.at(-1);
		if (part.op === "identity" && last?.op === "identity") {
			parts[parts.length - 1] = identity(table, intersection(table, [last.operand, part.operand]));
		} else if (last !== undefined && areHandOver(last, part)) {
			parts.pop();
			const before = parts.at(-1);
			if (before?.op === "identity" && hasLockSources(before.operand)) parts.pop();
			add(table.base("relation", "rf"));
			add(identity(table, table.base("set", "LKR")));
		} else parts.push(part);
	};
	for (const operand of operands) add(operand);
	if (parts.some((part) => part.op === "empty")) return table.empty("relation");
	if (parts.length === 0) return table.base("relation", "id");
	return parts.length === 1 ? parts[0] : table.many("relation", "sequence", parts);
}

/** `left * right`: all pairs from one set to the other. */
export function product(table: NodeTable, left: ModelNode, right: ModelNode): ModelNode {
	if (left.op === "empty" || right.op === "empty") return table.empty("relation");
	return table.two("relation", "product", left, right);
}
