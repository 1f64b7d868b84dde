import { intersection, union } from "./boolean-operations.ts";
import type { Scope } from "./cat-value.ts";
import { sequence } from "./composition.ts";
import type { Axiom, ModelNode } from "./model.ts";
import type { NodeTable } from "./node-table.ts";
import { inverse } from "./unary-operations.ts";

/** The name of the axioms made here, for messages. */
const NAME = "per location";

/**
 * What an axiom says of the search's own reads-from and coherence, in the form that the search knows how to
 * propagate. A model that computes the order of lock events itself says coherence and atomicity of relations
 * that are larger than those by what they hold of locks; so what it forbids of them it forbids of these.
 * Made for pruning alone: nothing is forbidden that the axiom itself does not forbid.
 *
 * @param scope what names mean where the axiom stands, in a model that is written for the reference tool
 */
export function impliedAxioms(table: NodeTable, scope: Scope, axiom: Axiom): readonly Axiom[] {
	const meaning = (name: string): ModelNode | undefined => {
		const value = scope.get(name);
		return value?.kind === "node" ? value.node : undefined;
	};
	const rf = table.base("relation", "rf");
	const co = table.base("relation", "co");
	if (axiom.flag || axiom.negated || meaning("search.rf") !== rf) return [];
	const implied = (test: Axiom["test"], node: ModelNode): Axiom[] => [
		{ name: NAME, test, negated: false, flag: false, node, isImplied: true },
	];
	const fr = sequence(table, [inverse(table, rf), co]);
	const ext = table.base("relation", "ext");
	const poLoc = intersection(table, [table.base("relation", "po"), table.base("relation", "loc")]);

	if (axiom.test === "acyclic") {
		const wanted = [meaning("rf"), meaning("co"), meaning("fr"), poLoc];
		if (!wanted.every((part) => part !== undefined && isPart(axiom.node, part))) return [];
		return implied("acyclic", union(table, [poLoc, rf, co, fr]));
	}
	const rmw = meaning("rmw");
	const fre = meaning("fre");
	const coe = meaning("coe");
	if (axiom.test !== "empty" || rmw === undefined || fre === undefined || coe === undefined) return [];
	if (axiom.node !== intersection(table, [rmw, sequence(table, [fre, coe])])) return [];
	const external = (r: ModelNode): ModelNode => intersection(table, [r, ext]);
	const between = sequence(table, [external(fr), external(co)]);
	return implied("empty", intersection(table, [table.base("relation", "rmw"), between]));
}

/** Whether a node is, or as a union has among its parts, another one. */
function isPart(node: ModelNode, part: ModelNode): boolean {
	return node === part || (node.op === "union" && node.operands.some((operand) => isPart(operand, part)));
}
