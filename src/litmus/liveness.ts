import { expressionsIn } from "../execution/expressions-in.ts";
import type { Instruction } from "../execution/instruction.ts";
import { localsOf } from "../execution/locals-of.ts";
import { predecessorsOf, successorsOf } from "./control-flow.ts";

/** The local that an instruction sets, or undefined. */
function definedBy(instruction: Instruction): number | undefined {
	return "local" in instruction ? instruction.local : undefined;
}

/** The locals whose value before the instruction it uses. */
function usedBy(instruction: Instruction): ReadonlySet<number> {
	const used = new Set<number>();
	for (const expression of expressionsIn(instruction)) localsOf(expression, used);
	if (instruction.kind === "update") {
		// In `next` and `when` the local is the old value, which the update itself has just set.
		const { local } = instruction;
		if (!localsOf(instruction.address).has(local)) used.delete(local);
	}
	return used;
}

/**
 * For each instruction the locals that are live before it: whose value may be read later without being
 * set in between. `atExit` are live at the end.
 */
export function liveBefore(
	code: readonly Instruction[],
	atExit: ReadonlySet<number>,
): readonly ReadonlySet<number>[] {
	const predecessors = predecessorsOf(code);
	const live: Set<number>[] = Array.from({ length: code.length + 1 }, () => new Set());
	live[code.length] = new Set(atExit);
	const waiting = code.map((_, index) => index);
	for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
		const instruction = code[index];
		const before = new Set<number>();
		for (const successor of successorsOf(instruction, index)) {
			for (const local of live[successor]) before.add(local);
		}
		const defined = definedBy(instruction);
		if (defined !== undefined) before.delete(defined);
		for (const local of usedBy(instruction)) before.add(local);
		if (before.size === live[index].size) continue;
		live[index] = before;
		waiting.push(...predecessors[index]);
	}
	return live;
}
