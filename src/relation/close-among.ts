import type { Relation } from "./relation.ts";

/** Events up to which testing each pair is quicker than following edges. */
const FEW = 24;

/**
 * Makes `relation` transitive in place among some events, whose rows relate them to one another only. Cost: two
 * rows an event, and a row for each edge that no other path has covered by then; for few events, or where there is
 * a cycle, one test for each pair and a row for each pair found.
 */
export function closeAmong(relation: Relation, members: readonly number[]): void {
	if (members.length > FEW && closeInOrder(relation, members)) return;
	const { bits, words } = relation;
	for (const via of members) {
		const source = via * words;
		for (const event of members)
			if (relation.has(event, via))
				for (let w = 0; w < words; w++) bits[event * words + w] |= bits[source + w];
	}
}

/**
 * Closes the row of each event after those of its successors. At a cycle it ends, returning false: whatever has
 * been added by then is of the closure.
 */
function closeInOrder({ bits, words }: Relation, members: readonly number[]): boolean {
	const begun = new Int32Array(words);
	const closed = new Int32Array(words);
	const row = new Int32Array(words);
	const open: number[] = [];
	// Later events come after earlier ones mostly, so that there is little to follow.
	for (let i = members.length - 1; i >= 0; i--) {
		let event = members[i];
		if (contains(begun, event)) continue;
		insert(begun, event);
		open.push(event);
		while (open.length > 0) {
			event = open[open.length - 1];
			const next = firstBeyond(bits, event * words, begun);
			if (next >= 0) {
				insert(begun, next);
				open.push(next);
				continue;
			}
			open.pop();
			if (firstBeyond(bits, event * words, closed) >= 0) return false;
			closeRow(bits, event * words, row);
			insert(closed, event);
		}
	}
	return true;
}

/** Adds to a row those of the events in it, which are closed. */
function closeRow(bits: Int32Array, at: number, row: Int32Array): void {
	const words = row.length;
	row.fill(0);
	for (let word = 0; word < words; word++)
		for (let rest = bits[at + word] & ~row[word]; rest !== 0; rest = bits[at + word] & ~row[word]) {
			const low = rest & -rest;
			const source = (word * 32 + 31 - Math.clz32(low)) * words;
			for (let w = 0; w < words; w++) row[w] |= bits[source + w];
			row[word] |= low;
		}
	bits.set(row, at);
}

/** The first event of a row that is not in a set, or -1. */
function firstBeyond(bits: Int32Array, at: number, set: Int32Array): number {
	for (let word = 0; word < set.length; word++) {
		const rest = bits[at + word] & ~set[word];
		if (rest !== 0) return word * 32 + 31 - Math.clz32(rest & -rest);
	}
	return -1;
}

function contains(set: Int32Array, event: number): boolean {
	return (set[event >> 5] & (1 << (event & 31))) !== 0;
}

function insert(set: Int32Array, event: number): void {
	set[event >> 5] |= 1 << (event & 31);
}
