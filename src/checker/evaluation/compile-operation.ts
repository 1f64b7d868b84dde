import type { ModelNode } from "../../cat/model.ts";
import { compileSequence } from "./compile-sequence.ts";
import { conversePartsOf, directParts } from "./operands.ts";
import type { Registers, Step } from "./registers.ts";

/**
 * The step that recomputes a node's register from its operands' registers, or undefined for a node that is
 * an input. Closures that it needs are appended to `steps`.
 */
export function compileOperation(node: ModelNode, tape: Registers, steps: Step[]): Step | undefined {
	const { size } = tape;
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
			const out = tape.relation(node);
			return () => out.bits.set(closed.bits);
		}
		case "optional":
		case "star": {
			const from = node.op === "star" ? tape.closureOf(node.operand, steps) : tape.relation(node.operand);
			const out = tape.relation(node);
			return () => {
				out.bits.set(from.bits);
				for (let i = 0; i < size.events; i++) out.add(i, i);
			};
		}
		case "inverse": {
			const from = tape.relation(node.operand);
			const out = tape.relation(node);
			return () => {
				out.clear();
				eachPair(from.bits, from.words, size.events, (a, b) => out.add(b, a));
			};
		}
		case "identity": {
			const from = tape.set(node.operand);
			const out = tape.relation(node);
			return () => {
				out.clear();
				for (let i = 0; i < size.events; i++) if (from.has(i)) out.add(i, i);
			};
		}
		case "product": {
			const left = tape.set(node.left);
			const right = tape.set(node.right);
			const out = tape.relation(node);
			return () => {
				const { words } = out;
				for (let i = 0; i < size.events; i++) {
					const chosen = left.has(i);
					for (let w = 0; w < words; w++) out.bits[i * words + w] = chosen ? right.bits[w] : 0;
				}
			};
		}
		case "domain": {
			const from = tape.relation(node.operand);
			const out = tape.set(node);
			return () => {
				const { words } = from;
				out.clear();
				for (let i = 0; i < size.events; i++)
					for (let w = 0; w < words; w++)
						if (from.bits[i * words + w] !== 0) {
							out.add(i);
							break;
						}
			};
		}
		case "range": {
			const from = tape.relation(node.operand);
			const out = tape.set(node);
			return () => {
				const { words } = from;
				out.clear();
				for (let i = 0; i < size.events; i++)
					for (let w = 0; w < words; w++) out.bits[w] |= from.bits[i * words + w];
			};
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

type BooleanNode = ModelNode & { op: "union" | "intersection" | "difference" | "complement" };

/** Word by word; a set is a relation with one row. */
function compileBoolean(node: BooleanNode, tape: Registers): Step {
	const { size } = tape;
	const isSet = node.sort === "set";
	const bits = (x: ModelNode): Int32Array => (isSet ? tape.set(x).bits : tape.relation(x).bits);
	const words = tape.scratch[0].words;
	const out = bits(node);
	const length = (): number => (isSet ? words : size.events * words);
	if (node.op === "complement") {
		const from = bits(node.operand);
		return () => {
			const rows = isSet ? 1 : size.events;
			for (let row = 0; row < rows; row++)
				for (let w = 0; w < words; w++)
					out[row * words + w] = ~from[row * words + w] & wordMask(size.events, w);
		};
	}
	if (node.op === "difference") {
		const left = bits(node.left);
		const right = bits(node.right);
		return () => {
			const end = length();
			for (let i = 0; i < end; i++) out[i] = left[i] & ~right[i];
		};
	}
	if (node.op === "union") return unionStep(out, node.operands.map(bits), length);
	const meet = intersectionStep(out, directParts(node).map(bits), length);
	const converses = conversePartsOf(node).map((part) => tape.relation(part));
	if (converses.length === 0) return meet;
	const relation = tape.relation(node);
	return () => {
		meet();
		eachPair(out, words, size.events, (from, to) => {
			if (!converses.every((converse) => converse.has(to, from))) relation.remove(from, to);
		});
	};
}

function unionStep(out: Int32Array, parts: readonly Int32Array[], length: () => number): Step {
	const [first, second, ...others] = parts;
	const rest = second ?? first;
	return () => {
		const end = length();
		for (let i = 0; i < end; i++) out[i] = first[i] | rest[i];
		for (const more of others) for (let i = 0; i < end; i++) out[i] |= more[i];
	};
}

function intersectionStep(out: Int32Array, parts: readonly Int32Array[], length: () => number): Step {
	const [first, second, ...others] = parts;
	const rest = second ?? first;
	return () => {
		const end = length();
		for (let i = 0; i < end; i++) out[i] = first[i] & rest[i];
		for (const more of others) for (let i = 0; i < end; i++) out[i] &= more[i];
	};
}

/** The bits of word `w` that stand for events below `size`. */
function wordMask(size: number, w: number): number {
	const left = size - w * 32;
	if (left >= 32) return -1;
	return left <= 0 ? 0 : (1 << left) - 1;
}
