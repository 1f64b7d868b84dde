import type { Relation } from "./relation.ts";

/**
 * Makes `relation` transitive in place, over events below `size` (Warshall on rows of bits). Cost: one
 * test for each pair of events and one row for each pair found.
 */
export function closeTransitively(relation: Relation, size: number): void {
	const { bits, words } = relation;
	if (words === 1) {
		for (let k = 0; k < size; k++) {
			const via = bits[k];
			if (via === 0) continue;
			const bit = 1 << k;
			for (let i = 0; i < size; i++) if ((bits[i] & bit) !== 0) bits[i] |= via;
		}
		return;
	}
	if (words === 2) {
		closeDouble(bits, size);
		return;
	}
	if (words === 3) {
		closeTriple(bits, size);
		return;
	}
	if (words === 4) {
		closeQuadruple(bits, size);
		return;
	}
	for (let k = 0; k < size; k++) {
		const source = k * words;
		const column = k >> 5;
		const bit = 1 << (k & 31);
		for (let i = 0, row = 0; i < size; i++, row += words)
			if ((bits[row + column] & bit) !== 0) for (let w = 0; w < words; w++) bits[row + w] |= bits[source + w];
	}
}

/** The case of 33 to 64 events. */
function closeDouble(bits: Int32Array, size: number): void {
	for (let k = 0; k < size; k++) {
		const low = bits[2 * k];
		const high = bits[2 * k + 1];
		if (low === 0 && high === 0) continue;
		const bit = 1 << (k & 31);
		for (let row = 0, column = k >> 5; row < 2 * size; row += 2, column += 2)
			if ((bits[column] & bit) !== 0) {
				bits[row] |= low;
				bits[row + 1] |= high;
			}
	}
}

/** The case of 65 to 96 events. */
function closeTriple(bits: Int32Array, size: number): void {
	const end = 3 * size;
	for (let k = 0; k < size; k++) {
		const first = bits[3 * k];
		const second = bits[3 * k + 1];
		const third = bits[3 * k + 2];
		if ((first | second | third) === 0) continue;
		const bit = 1 << (k & 31);
		for (let row = 0, column = k >> 5; row < end; row += 3, column += 3)
			if ((bits[column] & bit) !== 0) {
				bits[row] |= first;
				bits[row + 1] |= second;
				bits[row + 2] |= third;
			}
	}
}

/** The case of 97 to 128 events. */
function closeQuadruple(bits: Int32Array, size: number): void {
	const end = 4 * size;
	for (let k = 0; k < size; k++) {
		const first = bits[4 * k];
		const second = bits[4 * k + 1];
		const third = bits[4 * k + 2];
		const fourth = bits[4 * k + 3];
		if ((first | second | third | fourth) === 0) continue;
		const bit = 1 << (k & 31);
		for (let row = 0, column = k >> 5; row < end; row += 4, column += 4)
			if ((bits[column] & bit) !== 0) {
				bits[row] |= first;
				bits[row + 1] |= second;
				bits[row + 2] |= third;
				bits[row + 3] |= fourth;
			}
	}
}
