import type { ModelNode } from "./model.ts";

/** The nodes that `node` is made of; a recursive member has none, its bodies being its group's. */
export function operandsOf(node: ModelNode): readonly ModelNode[] {
	switch (node.op) {
		case "base":
		case "empty":
		case "recursive":
			return [];
		case "union":
		case "intersection":
		case "sequence":
			return node.operands;
		case "difference":
		case "product":
			return [node.left, node.right];
		case "complement":
		case "inverse":
		case "optional":
		case "plus":
		case "star":
		case "identity":
		case "domain":
		case "range":
			return [node.operand];
	}
}
