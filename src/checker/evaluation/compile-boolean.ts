import type { ModelNode } from "../../cat/model.ts";
import { conversePartsOf, directParts } from "./operands.ts";
import type { Register } from "./register.ts";
import type { Registers, Step } from "./registers.ts";
import { markRowsThatMeet, wordwise } from "./row-operations.ts";
import { rowStep } from "./row-step.ts";
import { wholeStep } from "./whole-step.ts";

type BooleanNode = ModelNode & { op: "union" | "intersection" | "difference" | "complement" };

/** The step that joins the operands of a union, an intersection, a difference or a complement, word by word. */
export function compileBoolean(node: BooleanNode, tape: Registers): Step {
	return node.sort === "set" || node.op === "complement"
		? compileWhole(node, tape)
		: compileByRow(node, tape);
}

/** Sets, which are a row each, and complements. */
function compileWhole(node: BooleanNode, tape: Registers): Step {
	const { size, clock } = tape;
	const isSet = node.sort === "set";
	const register = (x: ModelNode): Register => (isSet ? tape.set(x) : tape.relation(x));
	const out = register(node);
	const { words } = out;
	const step = (parts: readonly Register[], compute: Step): Step =>
		wholeStep(compute, out, parts, size, clock);
	if (node.op === "complement") {
		const from = register(node.operand);
		return step([from], () => {
			const rows = isSet ? 1 : size.events;
			for (let row = 0; row < rows; row++)
				for (let w = 0; w < words; w++)
					out.bits[row * words + w] = ~from.bits[row * words + w] & wordMask(size.events, w);
		});
	}
	const parts = (node.op === "difference" ? [node.left, node.right] : node.operands).map(register);
	const combine = combiner(node.op);
	return step(parts, () => {
		for (let w = 0; w < words; w++) {
			let word = parts[0].bits[w];
			for (let i = 1; i < parts.length; i++) word = combine(word, parts[i].bits[w]);
			out.bits[w] = word;
		}
	});
}

function combiner(op: "union" | "intersection" | "difference"): (one: number, other: number) => number {
	if (op === "union") return (one, other) => one | other;
	return op === "intersection" ? (one, other) => one & other : (one, other) => one & ~other;
}

/** Relations are joined row by row. */
function compileByRow(
	node: BooleanNode & { op: "union" | "intersection" | "difference" },
	tape: Registers,
): Step {
	const { size, clock } = tape;
	const out = tape.relation(node);
	const { words } = out;
	if (node.op === "union") {
		const parts = node.operands.map((part) => tape.relation(part));
		const joined = parts.map(({ bits }) => bits);
		const compute = (row: number, into: Int32Array): void => {
			const start = row * words;
			for (let w = 0; w < words; w++) {
				let word = 0;
				for (let i = 0; i < joined.length; i++) word |= joined[i][start + w];
				into[w] = word;
			}
		};
		return rowStep(wordwise(out, parts, compute), size, clock);
	}
	if (node.op === "difference") {
		const left = tape.relation(node.left);
		const right = tape.relation(node.right);
		const compute = (row: number, into: Int32Array): void => {
			for (let w = 0, at = row * words; w < words; w++, at++) into[w] = left.bits[at] & ~right.bits[at];
		};
		return rowStep(wordwise(out, [left, right], compute), size, clock);
	}
	return compileIntersection(node, tape);
}

function compileIntersection(node: ModelNode & { op: "intersection" }, tape: Registers): Step {
	const { size, clock } = tape;
	const out = tape.relation(node);
	const { words } = out;
	const parts = directParts(node).map((part) => tape.relation(part));
	const met = parts.map(({ bits }) => bits);
	const converses = conversePartsOf(node).map((part) => tape.relation(part));
	const compute = (row: number, into: Int32Array): void => {
		const start = row * words;
		for (let w = 0; w < words; w++) {
			let word = met[0][start + w];
			for (let i = 1; i < met.length; i++) word &= met[i][start + w];
			for (let rest = converses.length > 0 ? word : 0; rest !== 0; rest &= rest - 1) {
				const to = w * 32 + 31 - Math.clz32(rest & -rest);
				for (let i = 0; i < converses.length; i++) if (!converses[i].has(to, row)) word &= ~(rest & -rest);
			}
			into[w] = word;
		}
	};
	const operation = wordwise(out, parts, compute);
	if (converses.length === 0) return rowStep(operation, size, clock);
	const changed = new Int32Array(words);
	return rowStep(
		{
			...operation,
			inputs: [...parts, ...converses],
			mark(rows, since, events) {
				operation.mark(rows, since, events);
				changed.fill(0);
				for (const converse of converses) converse.markChanged(changed, since, events);
				// A row that has changed decides on the pairs that lead to its event.
				markRowsThatMeet(rows, parts[0], changed, events);
			},
		},
		size,
		clock,
	);
}

/** The bits of word `w` that stand for events below `size`. */
function wordMask(size: number, w: number): number {
	const left = size - w * 32;
	if (left >= 32) return -1;
	return left <= 0 ? 0 : (1 << left) - 1;
}
