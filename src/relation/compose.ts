import type { Relation } from "./relation.ts";

/**
 * Adds to `out` the composition `left ; right` over events below `size`. `out` must be neither operand.
 * Cost: one row of `right` for each pair of `left`.
 */
export function composeInto(out: Relation, left: Relation, right: Relation, size: number): void {
	const words = out.words;
	if (words === 1) composeNarrow(out.bits, left.bits, right.bits, size);
	else if (words === 2) composeDouble(out.bits, left.bits, right.bits, size);
	else if (words === 3) composeTriple(out.bits, left.bits, right.bits, size);
	else if (words === 4) composeQuadruple(out.bits, left.bits, right.bits, size);
	else composeWide(out.bits, left.bits, right.bits, size, words);
}

/** The case of at most 32 events, where a row is one word. */
function composeNarrow(out: Int32Array, left: Int32Array, right: Int32Array, size: number): void {
	for (let row = 0; row < size; row++) {
		let rest = left[row];
		if (rest === 0) continue;
		let sum = out[row];
		do {
			const low = rest & -rest;
			sum |= right[31 - Math.clz32(low)];
			rest ^= low;
		} while (rest !== 0);
		out[row] = sum;
	}
}

/** The case of at most 64 events. */
function composeDouble(out: Int32Array, left: Int32Array, right: Int32Array, size: number): void {
	for (let row = 0; row < 2 * size; row += 2) {
		let low = out[row];
		let high = out[row + 1];
		for (let rest = left[row]; rest !== 0; rest &= rest - 1) {
			const source = 2 * (31 - Math.clz32(rest & -rest));
			low |= right[source];
			high |= right[source + 1];
		}
		for (let rest = left[row + 1]; rest !== 0; rest &= rest - 1) {
			const source = 2 * (63 - Math.clz32(rest & -rest));
			low |= right[source];
			high |= right[source + 1];
		}
		out[row] = low;
		out[row + 1] = high;
	}
}

/** The case of at most 96 events. */
function composeTriple(out: Int32Array, left: Int32Array, right: Int32Array, size: number): void {
	for (let row = 0; row < 3 * size; row += 3) {
		let first = out[row];
		let second = out[row + 1];
		let third = out[row + 2];
		for (let word = 0; word < 3; word++)
			for (let rest = left[row + word]; rest !== 0; rest &= rest - 1) {
				const source = 3 * (32 * word + 31 - Math.clz32(rest & -rest));
				first |= right[source];
				second |= right[source + 1];
				third |= right[source + 2];
			}
		out[row] = first;
		out[row + 1] = second;
		out[row + 2] = third;
	}
}

/** The case of at most 128 events. */
function composeQuadruple(out: Int32Array, left: Int32Array, right: Int32Array, size: number): void {
	for (let row = 0; row < 4 * size; row += 4) {
		let first = out[row];
		let second = out[row + 1];
		let third = out[row + 2];
		let fourth = out[row + 3];
		for (let word = 0; word < 4; word++)
			for (let rest = left[row + word]; rest !== 0; rest &= rest - 1) {
				const source = 4 * (32 * word + 31 - Math.clz32(rest & -rest));
				first |= right[source];
				second |= right[source + 1];
				third |= right[source + 2];
				fourth |= right[source + 3];
			}
		out[row] = first;
		out[row + 1] = second;
		out[row + 2] = third;
		out[row + 3] = fourth;
	}
}

function composeWide(
	out: Int32Array,
	left: Int32Array,
	right: Int32Array,
	size: number,
	words: number,
): void {
	for (let row = 0; row < size; row++) {
		const target = row * words;
		for (let word = 0; word < words; word++) {
			let rest = left[target + word];
			while (rest !== 0) {
				const low = rest & -rest;
				const source = (word * 32 + 31 - Math.clz32(low)) * words;
				for (let k = 0; k < words; k++) out[target + k] |= right[source + k];
				rest ^= low;
			}
		}
	}
}
