import type { ModelNode } from "./model.ts";
import { operandsOf } from "./operands-of.ts";

// What holds of spinlocks in every execution that the search makes, whatever the model says. Models that
// compute it themselves do so in ways that more events or edges can undo, so that they could be tested on
// complete executions only; saying the same with `rmw` and `rf` keeps them testable all along.

/**
 * Whether a difference is the pairs of a lock's read with its write: they are neighbours in program order.
 * Such are `([LKR] ; po-loc ; [LKW]) \ (po ; po)`.
 */
export function areLockPairs(left: ModelNode, right: ModelNode): boolean {
	if (left.op !== "sequence" || left.operands.length !== 3) return false;
	const [from, middle, to] = left.operands;
	const isOrder =
		isBase(middle, "po") || (middle.op === "intersection" && isProgramOrderHere(middle.operands));
	return isOn(from, "LKR") && isOrder && isOn(to, "LKW") && isTwice(right, (node) => isBase(node, "po"));
}

function isProgramOrderHere(parts: readonly ModelNode[]): boolean {
	return parts.length === 2 && ["po", "loc"].every((name) => parts.some((part) => isBase(part, name)));
}

/**
 * Whether two neighbours in a composition lead from a write to the lock's read whose write follows it
 * directly in coherence: that is the write which the lock's read reads from. Such are
 * `singlestep(co) ; ([LKR] ; rmw ; [LKW])^-1`.
 */
export function areHandOver(step: ModelNode, back: ModelNode): boolean {
	if (step.op !== "difference" || back.op !== "inverse" || back.operand.op !== "sequence") return false;
	const [from, middle, to] = back.operand.operands;
	const order = step.left;
	return (
		back.operand.operands.length === 3 &&
		isOn(from, "LKR") &&
		isBase(middle, "rmw") &&
		isOn(to, "LKW") &&
		mentions(order, "co") &&
		isTwice(step.right, (node) => node === order || (node.op === "plus" && node.operand === order))
	);
}

function isBase(node: ModelNode, name: string): boolean {
	return node.op === "base" && node.name === name;
}

function isOn(node: ModelNode, set: string): boolean {
	return node.op === "identity" && isBase(node.operand, set);
}

/** Whether a node is a composition of two that pass a test each. */
function isTwice(node: ModelNode, test: (node: ModelNode) => boolean): boolean {
	return node.op === "sequence" && node.operands.length === 2 && node.operands.every(test);
}

function mentions(node: ModelNode, base: string): boolean {
	const seen = new Set([node]);
	for (const part of seen) {
		if (isBase(part, base)) return true;
		for (const operand of operandsOf(part)) seen.add(operand);
	}
	return false;
}
