import type { Instruction } from "../execution/instruction.ts";
import { predecessorsOf, successorsOf } from "./control-flow.ts";

/** Instructions from which the exit can be reached. */
function reachesExit(code: readonly Instruction[]): readonly boolean[] {
	const predecessors = predecessorsOf(code);
	const reaches = Array.from({ length: code.length + 1 }, () => false);
	const waiting = [code.length];
	for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
		if (reaches[index]) continue;
		reaches[index] = true;
		waiting.push(...predecessors[index]);
	}
	return reaches;
}

/** The instructions from the exit backwards, each after at least one of its successors (reverse postorder). */
function backwardOrder(predecessors: readonly (readonly number[])[], exit: number): readonly number[] {
	const seen = new Set<number>([exit]);
	const order: number[] = [];
	const stack: { node: number; next: number }[] = [{ node: exit, next: 0 }];
	for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
		const child = predecessors[top.node].at(top.next);
		top.next++;
		if (child === undefined) {
			order.push(top.node);
			stack.pop();
		} else if (!seen.has(child)) {
			seen.add(child);
			stack.push({ node: child, next: 0 });
		}
	}
	return order.reverse();
}

/**
 * For each instruction its immediate post-dominator: the first instruction (or the exit) that every way
 * from it to the exit passes. What never reaches the exit counts as if it could leave for the exit at
 * any time. Cooper, Harvey and Kennedy's iteration; close to linear for code of this size.
 */
export function postDominators(code: readonly Instruction[]): readonly number[] {
	const exit = code.length;
	const reaches = reachesExit(code);
	const successors = code.map((instruction, index) => [
		...successorsOf(instruction, index),
		...(reaches[index] ? [] : [exit]),
	]);
	const predecessors: number[][] = Array.from({ length: exit + 1 }, () => []);
	successors.forEach((targets, index) => {
		for (const target of targets) predecessors[target].push(index);
	});
	const order = backwardOrder(predecessors, exit);
	const rank = new Map(order.map((node, position) => [node, position]));
	const rankOf = (node: number): number => rank.get(node) ?? 0;
	const dominator: number[] = Array.from({ length: exit + 1 }, () => -1);
	dominator[exit] = exit;
	const meet = (first: number, second: number): number => {
		let [a, b] = [first, second];
		while (a !== b) {
			if (rankOf(a) > rankOf(b)) a = dominator[a];
			else b = dominator[b];
		}
		return a;
	};
	for (let changed = true; changed; ) {
		changed = false;
		for (const node of order) {
			if (node === exit) continue;
			const known = successors[node].filter((successor) => dominator[successor] !== -1);
			const found = known.reduce(meet);
			if (dominator[node] !== found) {
				dominator[node] = found;
				changed = true;
			}
		}
	}
	return dominator.slice(0, exit);
}
