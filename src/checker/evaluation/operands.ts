import type { ModelNode } from "../../cat/model.ts";

/** The nodes that a node is computed from; for a member of a recursive group, all bodies of the group. */
export function operandsOf(node: ModelNode): readonly ModelNode[] {
	switch (node.op) {
		case "base":
		case "empty":
			return [];
		case "union":
		case "intersection":
		case "sequence":
			return node.operands;
		case "difference":
		case "product":
			return [node.left, node.right];
		case "recursive":
			return node.group.bodies;
		default:
			return [node.operand];
	}
}

/**
 * The nodes whose values are needed to compute a node's: as `operandsOf`, but looking through what a
 * composition handles by itself (identities on sets, and reflexive closures).
 */
export function demandsOf(node: ModelNode): readonly ModelNode[] {
	if (node.op !== "sequence") return operandsOf(node);
	return node.operands.map((operand) =>
		operand.op === "identity" || operand.op === "optional" || operand.op === "star"
			? operand.operand
			: operand,
	);
}
