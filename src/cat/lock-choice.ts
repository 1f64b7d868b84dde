import type { Span } from "../source/span.ts";
import { difference } from "./boolean-operations.ts";
import type { CatValue } from "./cat-value.ts";
import { sequence } from "./composition.ts";
import type { Axiom, ModelNode } from "./model.ts";
import type { NodeTable } from "./node-table.ts";
import { identity } from "./unary-operations.ts";

/** The reads of a lock that take part in no critical section. */
const LOCK_READS: ReadonlySet<string> = new Set(["LF", "RL", "RU"]);

/**
 * What `with x from e` means where e has, for each of some events that look at a lock, the edges from the
 * writes it may read from. The search has chosen a source for each of those events, as for any read; so x
 * is what it chose, and an axiom demands that the model offers it. Undefined if e is not of that kind.
 *
 * @param name what the choice is bound to, for the axiom's name
 */
export function choiceAxioms(
	table: NodeTable,
	value: CatValue,
	name: string,
	span: Span,
): { readonly value: CatValue; readonly axioms: readonly Axiom[] } | undefined {
	if (value.kind === "elements" && value.elements.length === 1)
		return { value: value.elements[0], axioms: [] };
	if (value.kind !== "choices" || !areLockReads(value.over)) return undefined;
	const chosen = sequence(table, [table.base("relation", "rf"), identity(table, value.over)]);
	const node = difference(table, chosen, value.edges);
	const axiom: Axiom = { name, test: "empty", negated: false, flag: false, node, span };
	return { value: { kind: "node", node: chosen }, axioms: [axiom] };
}

/** Whether a set's expression shows that it has no other events than looks at a lock. */
function areLockReads(set: ModelNode): boolean {
	switch (set.op) {
		case "base":
			return LOCK_READS.has(set.name);
		case "empty":
			return true;
		case "union":
			return set.operands.every(areLockReads);
		case "intersection":
			return set.operands.some(areLockReads);
		case "difference":
			return areLockReads(set.left);
		default:
			return false;
	}
}
