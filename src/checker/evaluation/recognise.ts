import type { Axiom, ModelNode } from "../../cat/model.ts";

/** What a model says in axioms that need no evaluation, because coherence is propagated cell by cell. */
export interface Recognised {
	/** Whether the model implies coherence per location, and with it atomicity of read-modify-writes. */
	readonly coherent: boolean;
	readonly atomic: boolean;
	/** The axioms that propagation answers completely. */
	readonly propagated: ReadonlySet<Axiom>;
}

/** Looks for coherence and atomicity among axioms. */
export function recognise(axioms: readonly Axiom[]): Recognised {
	const coherent = axioms.some(impliesCoherence);
	const atomic = coherent && axioms.some(isAtomicity);
	const propagated = axioms.filter((axiom) => isCoherence(axiom) || (coherent && isAtomicity(axiom)));
	return { coherent, atomic, propagated: new Set(propagated) };
}

/**
 * Whether an axiom implies coherence per location: it forbids cycles of a union that has rf, co, fr and
 * program order (of one location at least) among its parts.
 */
function impliesCoherence(axiom: Axiom): boolean {
	if (axiom.flag || axiom.negated || axiom.test !== "acyclic") return false;
	const parts = unionParts(axiom.node);
	const isOrder = (part: ModelNode): boolean => isBase(part, "po") || isPoLoc(part);
	return [isReadsFrom, isCoherenceOrder, isFromReads, isOrder].every((test) => parts.some(test));
}

/** Whether an axiom is coherence per location and nothing more. */
function isCoherence(axiom: Axiom): boolean {
	const isKnown = (part: ModelNode): boolean =>
		isReadsFrom(part) || isCoherenceOrder(part) || isFromReads(part) || isPoLoc(part);
	return impliesCoherence(axiom) && unionParts(axiom.node).every(isKnown);
}

/** Whether an axiom is atomicity: no other thread's write between an RMW's read and its write. */
function isAtomicity({ flag, negated, test, node }: Axiom): boolean {
	if (flag || negated || test !== "empty" || node.op !== "intersection") return false;
	const between = node.operands.find(({ op }) => op === "sequence");
	if (between?.op !== "sequence" || node.operands.length !== 2) return false;
	const [first, second] = between.operands;
	return (
		node.operands.some((part) => isBase(part, "rmw")) &&
		between.operands.length === 2 &&
		isExternal(first, isFromReads) &&
		isExternal(second, isCoherenceOrder)
	);
}

type Test = (node: ModelNode) => boolean;

function isBase(node: ModelNode, name: string): boolean {
	return node.op === "base" && node.name === name;
}

const isReadsFrom: Test = (node) => isBase(node, "rf");
const isCoherenceOrder: Test = (node) => isBase(node, "co");

/** `rf^-1 ; co`. */
const isFromReads: Test = (node) => {
	if (node.op !== "sequence" || node.operands.length !== 2) return false;
	const [first, second] = node.operands;
	return first.op === "inverse" && isReadsFrom(first.operand) && isCoherenceOrder(second);
};

const isPoLoc: Test = (node) =>
	isBoth(
		node,
		(x) => isBase(x, "po"),
		(x) => isBase(x, "loc"),
	);

function isExternal(node: ModelNode, test: Test): boolean {
	return isBoth(node, test, (x) => isBase(x, "ext"));
}

/** Whether a node is the intersection of two that pass a test each. */
function isBoth(node: ModelNode, one: Test, other: Test): boolean {
	return (
		node.op === "intersection" &&
		node.operands.length === 2 &&
		node.operands.some(one) &&
		node.operands.some(other)
	);
}

/** What a union joins, looking through unions inside it. */
function unionParts(node: ModelNode): readonly ModelNode[] {
	return node.op === "union" ? node.operands.flatMap(unionParts) : [node];
}
