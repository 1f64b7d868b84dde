import type { ModelNode } from "../../cat/model.ts";
import { operandsOf as ownOperandsOf } from "../../cat/operands-of.ts";

/** The nodes that a node is computed from; for a member of a recursive group, all bodies of the group. */
export function operandsOf(node: ModelNode): readonly ModelNode[] {
	return node.op === "recursive" ? node.group.bodies : ownOperandsOf(node);
}

/**
 * The nodes whose registers are read to compute a node's: as `operandsOf`, but looking through what a
 * composition or an intersection handles by itself: identities on sets, reflexive closures, and converses
 * that need not be made.
 */
export function demandsOf(node: ModelNode): readonly ModelNode[] {
	if (node.op === "sequence")
		return node.operands.map((operand, i) =>
			operand.op === "identity" || operand.op === "optional" || operand.op === "star"
				? operand.operand
				: i === 0 && startsWithConverse(node)
					? operandsOf(operand)[0]
					: operand,
		);
	if (node.op === "intersection") return [...directParts(node), ...conversePartsOf(node)];
	return operandsOf(node);
}

/** Whether a composition begins with a converse that is applied to a relation right after it. */
export function startsWithConverse(node: ModelNode & { op: "sequence" }): boolean {
	const [first, second] = node.operands;
	return first.op === "inverse" && !["identity", "optional", "star", "inverse"].includes(second.op);
}

/** The parts of an intersection that are joined as they are; all of them if there is none but converses. */
export function directParts(node: ModelNode & { op: "intersection" }): readonly ModelNode[] {
	const direct = node.operands.filter(({ op }) => op !== "inverse");
	return direct.length === 0 ? node.operands : direct;
}

/** The relations whose converses an intersection looks up pair by pair. */
export function conversePartsOf(node: ModelNode & { op: "intersection" }): readonly ModelNode[] {
	if (node.operands.every(({ op }) => op === "inverse")) return [];
	return node.operands.flatMap((part) => (part.op === "inverse" ? [part.operand] : []));
}
