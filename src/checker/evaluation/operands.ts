import type { ModelNode } from "../../cat/model.ts";
import { operandsOf as ownOperandsOf } from "../../cat/operands-of.ts";

/** The nodes that a node is computed from; for a member of a recursive group, all bodies of the group. */
export function operandsOf(node: ModelNode): readonly ModelNode[] {
	return node.op === "recursive" ? node.group.bodies : ownOperandsOf(node);
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
