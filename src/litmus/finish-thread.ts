import type { Instruction } from "../execution/instruction.ts";
import type { ThreadProgram } from "../execution/thread-program.ts";
import { retarget, successorsOf } from "./control-flow.ts";
import { liveBefore } from "./liveness.ts";
import { postDominators } from "./post-dominators.ts";
import type { DraftInstruction, ThreadDraft } from "./thread-draft.ts";

/** The code with labels taken out and targets as indices. A label that was never placed means the exit. */
function resolveLabels(draft: readonly DraftInstruction[]): Instruction[] {
	const places = new Map<number, number>();
	const code: Instruction[] = [];
	for (const instruction of draft) {
		if (instruction.kind === "label") places.set(instruction.label, code.length);
		else code.push(instruction);
	}
	return retarget(code, (label) => places.get(label) ?? code.length);
}

/** Follows jumps that lead to jumps, and makes a branch whose two ways are one a jump. */
function threadJumps(code: readonly Instruction[]): Instruction[] {
	const follow = (start: number): number => {
		let target = start;
		for (let steps = 0; steps < code.length; steps++) {
			const instruction = code.at(target);
			if (target >= code.length || instruction?.kind !== "jump") break;
			target = instruction.target;
		}
		return target;
	};
	return retarget(code, follow).map((instruction) =>
		instruction.kind === "branch" && instruction.whenTrue === instruction.whenFalse
			? { kind: "jump", target: instruction.whenTrue }
			: instruction,
	);
}

/** The code without what is never reached and without jumps to the next instruction. */
function removeIdle(code: readonly Instruction[]): Instruction[] {
	const reached = new Set<number>();
	const waiting = [0];
	for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
		if (index >= code.length || reached.has(index)) continue;
		reached.add(index);
		waiting.push(...successorsOf(code[index], index));
	}
	// From the end: the first kept instruction at or after each index.
	const kept = new Set<number>();
	const following: number[] = Array.from({ length: code.length + 1 }, () => code.length);
	for (let index = code.length - 1; index >= 0; index--) {
		const instruction = code[index];
		const next = following[index + 1];
		const isIdle =
			instruction.kind === "jump" && instruction.target > index && following[instruction.target] === next;
		if (reached.has(index) && !isIdle) kept.add(index);
		following[index] = kept.has(index) ? index : next;
	}
	const order = [...kept].sort((a, b) => a - b);
	const position = new Map(order.map((old, index) => [old, index]));
	return retarget(
		order.map((index) => code[index]),
		(target) => position.get(following[target]) ?? order.length,
	);
}

/** The code with a `loop` instruction before every instruction that control comes back to. */
function insertLoops(code: readonly Instruction[]): Instruction[] {
	const heads = new Set<number>();
	code.forEach((instruction, index) => {
		for (const target of successorsOf(instruction, index)) if (target <= index) heads.add(target);
	});
	const order = [...heads].sort((a, b) => a - b);
	const shifted = (target: number): number => target + order.filter((head) => head < target).length;
	const moved = retarget(code, shifted);
	return moved.flatMap((instruction, index): Instruction[] => {
		const loop = order.indexOf(index);
		return loop === -1 ? [instruction] : [{ kind: "loop", loop, live: [] }, instruction];
	});
}

/** The code simplified until nothing more falls away. */
function simplify(draft: readonly DraftInstruction[]): Instruction[] {
	let code = resolveLabels(draft);
	for (;;) {
		const simpler = removeIdle(threadJumps(code));
		if (simpler.length === code.length) return simpler;
		code = simpler;
	}
}

/**
 * A thread's final code: labels resolved, loops marked, each branch with its join, each loop with the
 * locals that still matter. `observed` are the locals whose final value matters.
 */
export function finishThread(
	index: number,
	draft: ThreadDraft,
	observed: ReadonlySet<number>,
): ThreadProgram {
	const code = insertLoops(simplify(draft.code));
	const joins = postDominators(code);
	const live = liveBefore(code, observed);
	return {
		index,
		locals: draft.locals,
		code: code.map((instruction, at) => {
			if (instruction.kind === "branch") return { ...instruction, join: joins[at] };
			if (instruction.kind !== "loop") return instruction;
			return { ...instruction, live: [...live[at]].sort((a, b) => a - b) };
		}),
		loops: code.filter((instruction) => instruction.kind === "loop").length,
	};
}
