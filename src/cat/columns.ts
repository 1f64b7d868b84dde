import { difference, intersection, union } from "./boolean-operations.ts";
import { product, sequence } from "./composition.ts";
import type { ModelNode } from "./model.ts";
import type { NodeTable } from "./node-table.ts";
import { operandsOf } from "./operands-of.ts";

/**
 * A relation that holds the columns of all events: for a relation `r` that mentions the one-event set
 * `event` so that it only has pairs that end in it, the relation p without that event for which
 * `r = p ; [event]`, whichever event it is. Undefined if `r` is not seen to be of that form.
 */
export function columns(table: NodeTable, r: ModelNode, event: ModelNode): ModelNode | undefined {
	const mentions = mentioning(event);
	const everything = table.base("set", "_");
	const split = (node: ModelNode): ModelNode | undefined => {
		switch (node.op) {
			case "empty":
				return node;
			case "product":
				return node.right === event && !mentions(node.left)
					? product(table, node.left, everything)
					: undefined;
			case "union": {
				const parts = node.operands.map(split);
				return parts.every((part) => part !== undefined) ? union(table, parts) : undefined;
			}
			case "intersection": {
				// One part ends in the event, so that the others need only be what they are there.
				const parts = node.operands.map((part) => (mentions(part) ? split(part) : part));
				if (!node.operands.some(mentions) || parts.some((part) => part === undefined)) return undefined;
				return intersection(
					table,
					parts.flatMap((part) => part ?? []),
				);
			}
			case "difference": {
				const left = split(node.left);
				const right = mentions(node.right) ? split(node.right) : node.right;
				return left && right && difference(table, left, right);
			}
			case "sequence": {
				const last = node.operands[node.operands.length - 1];
				const before = node.operands.slice(0, -1);
				if (before.some(mentions)) return undefined;
				if (last.op === "identity" && last.operand === event) return sequence(table, before);
				const end = split(last);
				return end && sequence(table, [...before, end]);
			}
			default:
				return undefined;
		}
	};
	return split(r);
}

/** A test of whether a node's expression mentions another node. */
function mentioning(wanted: ModelNode): (node: ModelNode) => boolean {
	const known = new Map<ModelNode, boolean>();
	const test = (node: ModelNode): boolean => {
		if (node === wanted) return true;
		let found = known.get(node);
		if (found === undefined) {
			found = operandsOf(node).some(test);
			known.set(node, found);
		}
		return found;
	};
	return test;
}
