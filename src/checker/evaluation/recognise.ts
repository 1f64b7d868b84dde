import type { Axiom, Model, ModelNode } from "../../cat/model.ts";
import { nodeText } from "./node-text.ts";

const FROM_READS = "(inverse(rf);co)";

/** What a model says in axioms that need no evaluation, because coherence is propagated cell by cell. */
export interface Recognised {
	/** Whether the model implies coherence per location, and with it atomicity of read-modify-writes. */
	readonly coherent: boolean;
	readonly atomic: boolean;
	/** The axioms that propagation answers completely. */
	readonly propagated: ReadonlySet<Axiom>;
}

const recognised = new WeakMap<Model, Recognised>();

/** Looks for coherence and atomicity among a model's axioms; done once a model. */
export function recognise(model: Model): Recognised {
	let found = recognised.get(model);
	if (found === undefined) {
		const coherent = model.axioms.some(impliesCoherence);
		const atomic = coherent && model.axioms.some(isAtomicity);
		const propagated = model.axioms.filter((axiom) => isCoherence(axiom) || (coherent && isAtomicity(axiom)));
		found = { coherent, atomic, propagated: new Set(propagated) };
		recognised.set(model, found);
	}
	return found;
}

/**
 * Whether an axiom implies coherence per location: it forbids cycles of a union that has rf, co, fr and
 * program order (of one location at least) among its parts.
 */
function impliesCoherence(axiom: Axiom): boolean {
	if (axiom.flag || axiom.negated || axiom.test !== "acyclic") return false;
	const parts = new Set(unionParts(axiom.node));
	return (
		parts.has("rf") && parts.has("co") && parts.has(FROM_READS) && (parts.has("po") || parts.has("(loc&po)"))
	);
}

/** Whether an axiom is coherence per location and nothing more. */
function isCoherence(axiom: Axiom): boolean {
	const parts = new Set(unionParts(axiom.node));
	return impliesCoherence(axiom) && parts.size === 4 && !parts.has("po");
}

/** Whether an axiom is atomicity: no other thread's write between an RMW's read and its write. */
function isAtomicity(axiom: Axiom): boolean {
	if (axiom.flag || axiom.negated || axiom.test !== "empty") return false;
	const external = (relation: string): string => `(${[relation, "ext"].sort().join("&")})`;
	const between = `(${external(FROM_READS)};${external("co")})`;
	return nodeText(axiom.node) === `(${["rmw", between].sort().join("&")})`;
}

/** The texts of what a union joins, looking through unions inside it. */
function unionParts(node: ModelNode): readonly string[] {
	return node.op === "union" ? node.operands.flatMap(unionParts) : [nodeText(node)];
}
