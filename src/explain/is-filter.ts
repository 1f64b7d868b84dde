import type { ModelNode } from "../cat/model.ts";

/** Relations that say nothing but whether two events have something in common. */
const FILTERS: ReadonlySet<string> = new Set(["int", "ext", "loc", "id", "same-value"]);

/** Whether a relation only says of what kind its two events are, and nothing of how they come to be related. */
export function isFilter(node: ModelNode): boolean {
	switch (node.op) {
		case "base":
			return FILTERS.has(node.name);
		case "product":
		case "complement":
			return true;
		case "union":
		case "intersection":
			return node.operands.every(isFilter);
		case "difference":
			return isFilter(node.left);
		case "inverse":
			return isFilter(node.operand);
		default:
			return false;
	}
}
