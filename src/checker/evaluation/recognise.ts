import type { Axiom, ModelNode } from "../../cat/model.ts";
import { nodeText } from "./node-text.ts";

const FROM_READS = "(inverse(rf);co)";

/**
 * Whether an axiom implies coherence per location: it forbids cycles of a union that has rf, co, fr and
 * program order (of one location at least) among its parts.
 */
export function impliesCoherence(axiom: Axiom): boolean {
	if (axiom.flag || axiom.negated || axiom.test !== "acyclic") return false;
	const parts = new Set(unionParts(axiom.node));
	return (
		parts.has("rf") && parts.has("co") && parts.has(FROM_READS) && (parts.has("po") || parts.has("(loc&po)"))
	);
}

/** Whether an axiom is coherence per location and nothing more. */
export function isCoherence(axiom: Axiom): boolean {
	const parts = new Set(unionParts(axiom.node));
	return impliesCoherence(axiom) && parts.size === 4 && !parts.has("po");
}

/** Whether an axiom is atomicity: no other thread's write between an RMW's read and its write. */
export function isAtomicity(axiom: Axiom): boolean {
	if (axiom.flag || axiom.negated || axiom.test !== "empty") return false;
	const external = (relation: string): string => `(${[relation, "ext"].sort().join("&")})`;
	const between = `(${external(FROM_READS)};${external("co")})`;
	return nodeText(axiom.node) === `(${["rmw", between].sort().join("&")})`;
}

/** The texts of what a union joins, looking through unions inside it. */
function unionParts(node: ModelNode): readonly string[] {
	return node.op === "union" ? node.operands.flatMap(unionParts) : [nodeText(node)];
}
