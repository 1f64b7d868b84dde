import type { ModelNode } from "../../cat/model.ts";
import { compileBoolean } from "./compile-boolean.ts";
import { compileSequence } from "./compile-sequence.ts";
import type { Register } from "./register.ts";
import type { Registers, Step } from "./registers.ts";
import { copying, reflexiveClosure } from "./row-operations.ts";
import { rowStep } from "./row-step.ts";
import { wholeStep } from "./whole-step.ts";

/**
 * The step that recomputes what has changed of a node's register from its operands' registers, or undefined for a
 * node that is an input. Steps for what it needs on the way are appended to `steps`.
 */
export function compileOperation(node: ModelNode, tape: Registers, steps: Step[]): Step | undefined {
	const { size, clock } = tape;
	const whole = (out: Register, inputs: readonly Register[], compute: Step): Step =>
		wholeStep(compute, out, inputs, size, clock);
	switch (node.op) {
		case "base":
		case "empty":
		case "recursive":
			return undefined;
		case "union":
		case "intersection":
		case "difference":
		case "complement":
			return compileBoolean(node, tape);
		case "sequence":
			return compileSequence(node, tape, steps);
		case "plus": {
			const closed = tape.closureOf(node.operand, steps);
			return rowStep(copying(tape.relation(node), closed), size, clock);
		}
		case "optional":
		case "star": {
			const from = node.op === "star" ? tape.closureOf(node.operand, steps) : tape.relation(node.operand);
			return rowStep(reflexiveClosure(tape.relation(node), from), size, clock);
		}
		case "inverse": {
			const from = tape.relation(node.operand);
			const out = tape.relation(node);
			return whole(out, [from], () => {
				out.clear();
				eachPair(from.bits, from.words, size.events, (a, b) => out.add(b, a));
			});
		}
		case "identity": {
			const from = tape.set(node.operand);
			const out = tape.relation(node);
			return whole(out, [from], () => {
				out.clear();
				for (let i = 0; i < size.events; i++) if (from.has(i)) out.add(i, i);
			});
		}
		case "product": {
			const left = tape.set(node.left);
			const right = tape.set(node.right);
			const out = tape.relation(node);
			return whole(out, [left, right], () => {
				const { words } = out;
				for (let i = 0; i < size.events; i++) {
					const chosen = left.has(i);
					for (let w = 0; w < words; w++) out.bits[i * words + w] = chosen ? right.bits[w] : 0;
				}
			});
		}
		case "domain": {
			const from = tape.relation(node.operand);
			const out = tape.set(node);
			return whole(out, [from], () => {
				const { words } = from;
				out.clear();
				for (let i = 0; i < size.events; i++)
					for (let w = 0; w < words; w++)
						if (from.bits[i * words + w] !== 0) {
							out.add(i);
							break;
						}
			});
		}
		case "range": {
			const from = tape.relation(node.operand);
			const out = tape.set(node);
			return whole(out, [from], () => {
				const { words } = from;
				out.clear();
				for (let i = 0; i < size.events; i++)
					for (let w = 0; w < words; w++) out.bits[w] |= from.bits[i * words + w];
			});
		}
	}
}

function eachPair(
	bits: Int32Array,
	words: number,
	size: number,
	visit: (from: number, to: number) => void,
): void {
	for (let row = 0; row < size; row++)
		for (let w = 0; w < words; w++)
			for (let rest = bits[row * words + w]; rest !== 0; rest &= rest - 1)
				visit(row, w * 32 + 31 - Math.clz32(rest & -rest));
}
