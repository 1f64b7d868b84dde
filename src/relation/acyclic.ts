import type { Relation } from "./relation.ts";

/**
 * Whether `relation` has no cycle among events below `size`. Takes away events without successors until
 * none is left or none can be taken. `scratch` holds one bit an event and is overwritten.
 */
export function isAcyclic(relation: Relation, size: number, scratch: Int32Array): boolean {
	const { bits, words } = relation;
	for (let w = 0; w < words; w++) scratch[w] = 0;
	for (let i = 0; i < size; i++) scratch[i >> 5] |= 1 << (i & 31);
	let left = size;
	let progress = true;
	while (progress && left > 0) {
		progress = false;
		for (let i = size - 1; i >= 0; i--) {
			if ((scratch[i >> 5] & (1 << (i & 31))) === 0) continue;
			const row = i * words;
			let open = 0;
			for (let w = 0; w < words; w++) open |= bits[row + w] & scratch[w];
			if (open !== 0) continue;
			scratch[i >> 5] &= ~(1 << (i & 31));
			left--;
			progress = true;
		}
	}
	return left === 0;
}
