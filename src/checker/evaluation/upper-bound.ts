import type { Axiom, ModelNode } from "../../cat/model.ts";
import { AS_BEFORE } from "./as-before.ts";
import type { Classifier } from "./classify.ts";
import { operandsOf } from "./operands.ts";

/** Conditions that must not come true, made so that more reads-from and coherence can only make them come true. */
export interface UpperBounds {
	readonly axioms: readonly Axiom[];
	/** For each node that something is taken away by, the input that holds what it was on a graph with fewer edges. */
	readonly before: ReadonlyMap<ModelNode, ModelNode>;
}

/**
 * Bounds for what flags can be on the graphs between a smaller one and a larger one, which may have more events, too. What they take
 * away is taken from the smaller graph, where there is least of it, and all else from the larger one.
 * @param isLocal whether a node is known of each thread, and not evaluated
 * @param firstId an id above all ids of the axioms' nodes
 * @returns undefined if some flag cannot be bounded so
 */
export function upperBounds(
	flags: readonly Axiom[],
	classifier: Classifier,
	isLocal: (node: ModelNode) => boolean,
	firstId: number,
): UpperBounds | undefined {
	const before = new Map<ModelNode, ModelNode>();
	const known = new Map<ModelNode, ModelNode | undefined>();
	let nextId = firstId;
	const bound = (node: ModelNode): ModelNode | undefined => {
		const { monotone, growing } = classifier.classify(node);
		if (isLocal(node) || (monotone && growing)) return node;
		if (known.has(node)) return known.get(node);
		const found = make(node);
		known.set(node, found);
		return found;
	};
	/** The node on the smaller graph, if more edges can only add to it. */
	const asBefore = (node: ModelNode): ModelNode | undefined => {
		const { dynamic, monotone, pointwise } = classifier.classify(node);
		if (isLocal(node) || (!dynamic && pointwise)) return node;
		if (!monotone) return undefined;
		const input = before.get(node) ?? { id: nextId++, sort: node.sort, op: "base", name: AS_BEFORE };
		before.set(node, input);
		return input;
	};
	const make = (node: ModelNode): ModelNode | undefined => {
		switch (node.op) {
			case "difference": {
				const left = bound(node.left);
				const right = asBefore(node.right);
				return left && right && { ...node, id: nextId++, left, right };
			}
			case "complement": {
				const operand = asBefore(node.operand);
				return operand && { ...node, id: nextId++, operand };
			}
			case "product": {
				const [left, right] = [bound(node.left), bound(node.right)];
				return left && right && { ...node, id: nextId++, left, right };
			}
			case "union":
			case "intersection":
			case "sequence": {
				const operands = operandsOf(node).map(bound);
				const made = operands.filter((operand) => operand !== undefined);
				return made.length < operands.length ? undefined : { ...node, id: nextId++, operands: made };
			}
			case "inverse":
			case "optional":
			case "plus":
			case "star":
			case "identity":
			case "domain":
			case "range": {
				const operand = bound(node.operand);
				return operand && { ...node, id: nextId++, operand };
			}
			default:
				return undefined;
		}
	};
	const axioms: Axiom[] = [];
	for (const axiom of flags) {
		const node = axiom.negated && !classifier.classify(axiom.node).valued ? bound(axiom.node) : undefined;
		if (node === undefined) return undefined;
		axioms.push({ ...axiom, node });
	}
	return { axioms, before };
}
