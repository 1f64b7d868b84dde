import { looksAtTakenLock, namesIn } from "./lock-facts.ts";
import type { ModelNode } from "./model.ts";
import type { NodeTable } from "./node-table.ts";
import { identity } from "./unary-operations.ts";

/** A part of a union without some of its lock events, and those that are missing. */
interface Incomplete {
	readonly part: ModelNode;
	readonly whole: ModelNode & { readonly op: "base" };
	readonly missing: readonly string[];
}

/**
 * A model for the reference tool finds `R`, `W`, `rf` and `rmw` without the events of locks and puts them back by
 * and by: `let R = R | LKR | LF`. Where the parts of a union do so, these are parts that come to the same, so
 * that in the end the whole is again what the execution supplies. Undefined for any other union.
 */
export function restoreLockEvents(
	table: NodeTable,
	operands: readonly ModelNode[],
): readonly ModelNode[] | undefined {
	const all = operands.flatMap(partsOf);
	if (!all.some((part) => incomplete(part) !== undefined) && !all.some(isOwnLook)) return undefined;
	const parts = withTakenLooks(table, all);
	for (const part of parts) {
		const found = incomplete(part);
		if (found === undefined) continue;
		const { whole } = found;
		const back = parts.filter((other) => other !== part && lockEventsOf(other, whole.name).length > 0);
		if (back.length === 0) continue;
		const returned = new Set(back.flatMap((other) => lockEventsOf(other, whole.name)));
		const missing = found.missing.filter((name) => !returned.has(name));
		const others = parts.filter((other) => other !== part && !back.includes(other));
		return [withoutLockEvents(table, whole, missing), ...others];
	}
	return parts.length < all.length ? parts : undefined;
}

/** `R`, `W`, `rf` or `rmw` without the events of these sets. */
function withoutLockEvents(
	table: NodeTable,
	whole: Incomplete["whole"],
	names: readonly string[],
): ModelNode {
	if (names.length === 0) return whole;
	const sets = names.map((name) => table.base("set", name)).sort((a, b) => a.id - b.id);
	const set = sets.length === 1 ? sets[0] : table.many("set", "union", sets);
	if (whole.sort === "set") return table.two("set", "difference", whole, set);
	if (whole.name === "rf") {
		const reads = table.two("set", "difference", table.base("set", "R"), set);
		return table.many("relation", "sequence", [whole, identity(table, reads)]);
	}
	const everything = table.base("set", "_");
	const from = table.two("set", "difference", everything, set);
	const parts = [whole, table.two("relation", "product", from, everything)];
	return table.many(
		"relation",
		"intersection",
		parts.sort((a, b) => a.id - b.id),
	);
}

/** The parts of a union, looking through unions inside it. */
function partsOf(node: ModelNode): readonly ModelNode[] {
	return node.op === "union" ? node.operands.flatMap(partsOf) : [node];
}

function isOwnLook(part: ModelNode): boolean {
	return (
		part.op === "sequence" &&
		part.operands[1].op === "identity" &&
		part.operands[1].operand.op === "difference"
	);
}

/** Joins the reads-from of looks at a taken lock, inside and outside their own critical sections. */
function withTakenLooks(table: NodeTable, parts: readonly ModelNode[]): readonly ModelNode[] {
	for (const read of parts)
		for (const own of parts) {
			const looks = looksAtTakenLock(read, own);
			if (looks === undefined) continue;
			const joined = [table.base("relation", "rf"), identity(table, looks)];
			const others = parts.filter((part) => part !== own && part !== read);
			return [table.many("relation", "sequence", joined), ...others];
		}
	return parts;
}

/** Whether a node is `rf ; [S]`. */
function isReading(node: ModelNode): node is ModelNode & { op: "sequence" } {
	if (node.op !== "sequence" || node.operands.length !== 2) return false;
	const [first, second] = node.operands;
	return first.op === "base" && first.name === "rf" && second.op === "identity";
}

/** Whether a node is `rmw & ((_ \ LKR) * _)`. */
function isUpdating(node: ModelNode): node is ModelNode & { op: "intersection" } {
	if (node.op !== "intersection" || node.operands.length !== 2) return false;
	return (
		node.operands.some((part) => part.op === "base" && part.name === "rmw") &&
		node.operands.some(
			({ op, ...part }) =>
				op === "product" &&
				"left" in part &&
				part.left.op === "difference" &&
				namesIn(part.left.left).join() === "_" &&
				namesIn(part.left.right).join() === "LKR" &&
				namesIn(part.right).join() === "_",
		)
	);
}

function incomplete(part: ModelNode): Incomplete | undefined {
	if (isReading(part)) {
		const [rf, on] = part.operands;
		const reads = on.op === "identity" ? incomplete(on.operand) : undefined;
		return rf.op === "base" && reads?.whole.name === "R" ? { ...reads, part, whole: rf } : undefined;
	}
	const updates = isUpdating(part) ? part.operands.find(({ op }) => op === "base") : undefined;
	if (updates?.op === "base") return { part, whole: updates, missing: ["LKR"] };
	if (part.op !== "difference" || part.left.op !== "base") return undefined;
	const whole = part.left;
	const missing = lockEventsOf(part.right, whole.name);
	return missing.length > 0 ? { part, whole, missing } : undefined;
}

const LOCK_EVENTS: Readonly<Record<string, readonly string[]>> = {
	R: ["LKR", "LF", "RL", "RU"],
	W: ["LKW", "UL"],
	rf: ["LKR", "LF", "RL", "RU"],
	rmw: ["LKR"],
};

/** The sets of lock events that a node stands for as a part of `R`, `W`, `rf` or `rmw`; none if it is no such part. */
function lockEventsOf(node: ModelNode, whole: string): readonly string[] {
	const known = LOCK_EVENTS[whole];
	if (known === undefined) return [];
	const names = setNamesOf(node, whole);
	return names.every((name) => known.includes(name)) ? names : [];
}

function setNamesOf(node: ModelNode, whole: string): readonly string[] {
	if (whole === "R" || whole === "W") return namesIn(node);
	if (node.op !== "sequence") return [];
	const [first, second, third] = node.operands;
	if (whole === "rf") {
		return isReading(node) && second.op === "identity" ? namesIn(second.operand) : [];
	}
	const isPair = first.op === "identity" && second.op === "base" && second.name === "rmw";
	const endsInLock =
		third === undefined || (third.op === "identity" && namesIn(third.operand).join() === "LKW");
	return isPair && endsInLock && node.operands.length <= 3 ? namesIn(first.operand) : [];
}
