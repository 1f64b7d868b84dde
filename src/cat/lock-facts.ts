import type { ModelNode } from "./model.ts";
import { operandsOf } from "./operands-of.ts";

// What holds of spinlocks in every execution that the search makes, whatever the model says. Models that
// compute it themselves do so in ways that more events or edges can undo, so that they could be tested on
// complete executions only; saying the same with `rmw`, `rf` and `co` keeps them testable all along.

type Test = (node: ModelNode) => boolean;

/**
 * Whether a difference is the pairs of a lock's read with its write: they are neighbours in program order.
 * Such are `([LKR] ; po-loc ; [LKW]) \ (po ; po)`.
 */
export function areLockPairs(left: ModelNode, right: ModelNode): boolean {
	const isOrder: Test = (node) => isBase(node, "po") || isPoLoc(node);
	return isSequence(left, on("LKR"), isOrder, on("LKW")) && isSequence(right, base("po"), base("po"));
}

/**
 * Whether two neighbours in a composition lead from a write to the lock's read whose write follows it
 * directly in coherence: that is the write which the lock's read reads from. Such are
 * `singlestep(co) ; ([LKR] ; rmw ; [LKW])^-1`.
 */
export function areHandOver(step: ModelNode, back: ModelNode): boolean {
	if (step.op !== "difference" || back.op !== "inverse") return false;
	const order = step.left;
	const isOrder: Test = (node) => node === order || (node.op === "plus" && node.operand === order);
	return (
		isSequence(back.operand, on("LKR"), base("rmw"), on("LKW")) &&
		mentions(order, "co") &&
		isSequence(step.right, isOrder, isOrder)
	);
}

/** Whether a set has all writes that a lock's read can read from: initial writes and unlocks. */
export function hasLockSources(set: ModelNode): boolean {
	return ["IW", "UL"].every((name) => namesIn(set).includes(name));
}

/**
 * Whether a relation is that of critical sections, from taking a lock to giving it back. Such is
 * `([LKW] ; po-loc ; [UL]) \ (po-loc ; [LKW | UL] ; po-loc)`.
 */
function areSections(node: ModelNode): boolean {
	if (node.op !== "difference") return false;
	const isBetween: Test = (part) =>
		part.op === "identity" && ["LKW", "UL"].every((name) => namesIn(part.operand).includes(name));
	return (
		isSequence(node.left, on("LKW"), isPoLoc, on("UL")) && isSequence(node.right, isPoLoc, isBetween, isPoLoc)
	);
}

/**
 * Whether the transitive closure of a relation is coherence: one without unlocks, to which unlocks are added
 * right after what took their locks. An unlock without a lock is not in coherence. Such is
 * `co | critical | (critical^-1 ; co)`, with co that of the other writes.
 */
export function closesToCoherence(node: ModelNode): boolean {
	if (node.op !== "union" || node.operands.length !== 3) return false;
	const sections = node.operands.find(areSections);
	const order = node.operands.find(isCoherenceWithoutUnlocks);
	if (sections === undefined || order === undefined) return false;
	const isBack: Test = (part) => part.op === "inverse" && part.operand === sections;
	return node.operands.some((part) => isSequence(part, isBack, (next) => next === order));
}

/** `[W \ UL] ; co ; [W \ UL]`. */
function isCoherenceWithoutUnlocks(node: ModelNode): boolean {
	const isKept: Test = (part) =>
		part.op === "identity" &&
		part.operand.op === "difference" &&
		isBase(part.operand.left, "W") &&
		isBase(part.operand.right, "UL");
	return isSequence(node, isKept, base("co"), isKept);
}

/**
 * The set S for which the union of two relations is `rf ; [S]`, where S are looks at a lock that find it taken:
 * one relation has the reads-from of some, the other that of those inside a critical section of their own,
 * which see the lock as their thread has taken it. Undefined if the relations are not of that kind.
 */
export function looksAtTakenLock(read: ModelNode, own: ModelNode): ModelNode | undefined {
	if (read.op !== "sequence" || read.operands.length !== 2 || own.op !== "difference") return undefined;
	const [rf, identity] = read.operands;
	if (!isBase(rf, "rf") || identity.op !== "identity" || identity.operand.op !== "difference")
		return undefined;
	const { left, right } = identity.operand;
	const areLooks: Test = (node) =>
		node.op === "identity" && node.operand === left && namesIn(left).every((n) => n === "LF" || n === "RL");
	const isOwn =
		isSequence(own.left, on("LKW"), isPoLoc, areLooks) &&
		isSequence(own.right, on("LKW"), isPoLoc, on("UL"), isPoLoc);
	return isOwn && right.op === "range" && right.operand === own ? left : undefined;
}

/** The names of the base sets that a set is the union of; none if it is anything else. */
export function namesIn(set: ModelNode): readonly string[] {
	if (set.op === "base") return [set.name];
	if (set.op !== "union") return [];
	const names = set.operands.map(namesIn);
	return names.some((part) => part.length === 0) ? [] : names.flat();
}

function isBase(node: ModelNode, name: string): boolean {
	return node.op === "base" && node.name === name;
}

function base(name: string): Test {
	return (node) => isBase(node, name);
}

function on(set: string): Test {
	return (node) => node.op === "identity" && isBase(node.operand, set);
}

function isPoLoc(node: ModelNode): boolean {
	if (node.op !== "intersection" || node.operands.length !== 2) return false;
	return ["po", "loc"].every((name) => node.operands.some((part) => isBase(part, name)));
}

/** Whether a node is a composition of as many parts as there are tests, each of which passes its own. */
function isSequence(node: ModelNode, ...tests: readonly Test[]): boolean {
	return (
		node.op === "sequence" &&
		node.operands.length === tests.length &&
		tests.every((test, i) => test(node.operands[i]))
	);
}

function mentions(node: ModelNode, name: string): boolean {
	const seen = new Set([node]);
	for (const part of seen) {
		if (isBase(part, name)) return true;
		for (const operand of operandsOf(part)) seen.add(operand);
	}
	return false;
}
