import fc from "fast-check";
import type { ModelNode, ModelOperation } from "../../../src/cat/model.ts";

const SETS = ["R", "W", "F", "M", "_", "A", "B"];
const RELATIONS = ["po", "rf", "co", "addr", "rmw", "loc", "int", "ext", "id"];

interface Draft {
	readonly kind: number;
	/** Picks operands among the nodes made so far, by their distance from the end. */
	readonly picks: readonly number[];
}

/** A random expression of a model: a relation or a set, made of shared parts, recursion included. */
export const arbitraryNode: fc.Arbitrary<ModelNode> = fc
	.array(fc.record<Draft>({ kind: fc.nat(17), picks: fc.array(fc.nat(9), { minLength: 3, maxLength: 3 }) }), {
		minLength: 1,
		maxLength: 14,
		size: "max",
	})
	.map(build);

function build(drafts: readonly Draft[]): ModelNode {
	let id = 0;
	const sets: ModelNode[] = [];
	const relations: ModelNode[] = [];
	const add = (sort: ModelNode["sort"], operation: ModelOperation): ModelNode => {
		const node = { id: id++, sort, ...operation };
		(sort === "set" ? sets : relations).push(node);
		return node;
	};
	for (const name of SETS) add("set", { op: "base", name });
	for (const name of RELATIONS) add("relation", { op: "base", name });
	const from = (list: readonly ModelNode[], pick: number): ModelNode =>
		list[list.length - 1 - (pick % list.length)];
	let last = relations[0];
	for (const { kind, picks } of drafts) {
		const [a, b, c] = picks.map((pick) => from(relations, pick));
		const [s, t] = picks.map((pick) => from(sets, pick));
		last = [
			() => add("relation", { op: "union", operands: [a, b] }),
			() => add("relation", { op: "intersection", operands: [a, b] }),
			() => add("relation", { op: "difference", left: a, right: b }),
			() => add("relation", { op: "complement", operand: a }),
			() => add("relation", { op: "sequence", operands: [a, b] }),
			() => add("relation", { op: "sequence", operands: [a, b, c] }),
			() => add("relation", { op: "inverse", operand: a }),
			() => add("relation", { op: "optional", operand: a }),
			() => add("relation", { op: "plus", operand: a }),
			() => add("relation", { op: "star", operand: a }),
			() => add("relation", { op: "identity", operand: s }),
			() => add("relation", { op: "product", left: s, right: t }),
			() => add("set", { op: "union", operands: [s, t] }),
			() => add("set", { op: "difference", left: s, right: t }),
			() => add("set", { op: "domain", operand: a }),
			() => add("set", { op: "range", operand: a }),
			() => add("set", { op: "complement", operand: s }),
			() => recursion(a, b, c),
		][kind]();
	}
	return last;

	/** `let rec x = a | (x ; b) | y and y = c & x`. */
	function recursion(a: ModelNode, b: ModelNode, c: ModelNode): ModelNode {
		const bodies: ModelNode[] = [];
		const group = { names: ["x", "y"], bodies };
		const made = (operation: ModelOperation): ModelNode => ({ id: id++, sort: "relation", ...operation });
		const x = made({ op: "recursive", group, member: 0 });
		const y = made({ op: "recursive", group, member: 1 });
		const grown = made({ op: "sequence", operands: [x, b] });
		bodies.push(
			made({ op: "union", operands: [a, grown, y] }),
			made({ op: "intersection", operands: [c, x] }),
		);
		relations.push(x);
		return x;
	}
}
