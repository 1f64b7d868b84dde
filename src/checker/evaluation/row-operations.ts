import type { RelationRegister, SetRegister } from "./register.ts";
import type { RowOperation } from "./row-step.ts";

/** `left ; right`, each of them with the identity where it is said to be reflexive. */
export function composition(
	out: RelationRegister,
	left: RelationRegister,
	right: RelationRegister,
	reflexive: { readonly left: boolean; readonly right: boolean },
): RowOperation {
	const { words } = out;
	const from = left.bits;
	const to = right.bits;
	const changed = new Int32Array(words);
	return {
		out,
		inputs: [left, right],
		mark(rows, since, size) {
			left.markChanged(rows, since, size);
			if (right.lastChange <= since) return;
			changed.fill(0);
			right.markChanged(changed, since, size);
			markRowsThatMeet(rows, left, changed, size);
			if (reflexive.left) for (let w = 0; w < words; w++) rows[w] |= changed[w];
		},
		compute:
			words === 2
				? (row, into) => {
						const first = from[2 * row];
						const second = from[2 * row + 1];
						let low = reflexive.right ? first : 0;
						let high = reflexive.right ? second : 0;
						for (let rest = first; rest !== 0; rest &= rest - 1) {
							const source = 2 * (31 - Math.clz32(rest & -rest));
							low |= to[source];
							high |= to[source + 1];
						}
						for (let rest = second; rest !== 0; rest &= rest - 1) {
							const source = 2 * (63 - Math.clz32(rest & -rest));
							low |= to[source];
							high |= to[source + 1];
						}
						if (reflexive.left) {
							low |= to[2 * row];
							high |= to[2 * row + 1];
						}
						into[0] = low;
						into[1] = high;
						if (reflexive.left && reflexive.right) into[row >> 5] |= 1 << (row & 31);
					}
				: (row, into) => {
						const start = row * words;
						for (let w = 0; w < words; w++)
							into[w] = (reflexive.right ? from[start + w] : 0) | (reflexive.left ? to[start + w] : 0);
						for (let word = 0; word < words; word++)
							for (let rest = from[start + word]; rest !== 0; rest &= rest - 1) {
								const source = (word * 32 + 31 - Math.clz32(rest & -rest)) * words;
								for (let w = 0; w < words; w++) into[w] |= to[source + w];
							}
						if (reflexive.left && reflexive.right) into[row >> 5] |= 1 << (row & 31);
					},
	};
}

/** A relation with the identity on all events. */
export function reflexiveClosure(out: RelationRegister, from: RelationRegister): RowOperation {
	const { words } = out;
	return {
		out,
		inputs: [from],
		mark: (rows, since, size) => from.markChanged(rows, since, size),
		compute: (row, into) => {
			for (let w = 0; w < words; w++) into[w] = from.bits[row * words + w];
			into[row >> 5] |= 1 << (row & 31);
		},
	};
}

/** `from ; [set]`, or `[set] ; from`. */
export function restriction(
	out: RelationRegister,
	from: RelationRegister,
	set: SetRegister,
	side: "range" | "domain",
): RowOperation {
	const { words } = out;
	const known = new Int32Array(words);
	const changed = new Int32Array(words);
	return {
		out,
		inputs: [from, set],
		mark(rows, since, size) {
			from.markChanged(rows, since, size);
			for (let w = 0; w < words; w++) {
				changed[w] = known[w] ^ set.bits[w];
				known[w] = set.bits[w];
			}
			if (side === "range") markRowsThatMeet(rows, from, changed, size);
			else for (let w = 0; w < words; w++) rows[w] |= changed[w] & below(size, w);
		},
		compute: (row, into) => {
			if (side === "range")
				for (let w = 0; w < words; w++) into[w] = from.bits[row * words + w] & set.bits[w];
			else {
				const isIn = set.has(row);
				for (let w = 0; w < words; w++) into[w] = isIn ? from.bits[row * words + w] : 0;
			}
		},
	};
}

/** Any operation that makes a row from the same row of its operands, word by word. */
export function wordwise(
	out: RelationRegister,
	parts: readonly RelationRegister[],
	compute: (row: number, into: Int32Array) => void,
): RowOperation {
	return {
		out,
		inputs: parts,
		mark(rows, since, size) {
			for (const part of parts) part.markChanged(rows, since, size);
		},
		compute,
	};
}

/** A relation as it is. */
export function copying(out: RelationRegister, from: RelationRegister): RowOperation {
	const { words } = out;
	return wordwise(out, [from], (row, into) => {
		for (let w = 0; w < words; w++) into[w] = from.bits[row * words + w];
	});
}

/** Adds the rows below `size` that have a member in common with some events. */
export function markRowsThatMeet(
	rows: Int32Array,
	{ bits, words }: RelationRegister,
	events: Int32Array,
	size: number,
): void {
	if (words === 2) {
		const [low, high] = events;
		if ((low | high) === 0) return;
		for (let row = 0; row < size; row++)
			if (((bits[2 * row] & low) | (bits[2 * row + 1] & high)) !== 0) rows[row >> 5] |= 1 << (row & 31);
		return;
	}
	for (let row = 0, at = 0; row < size; row++, at += words) {
		let common = 0;
		for (let w = 0; w < words; w++) common |= bits[at + w] & events[w];
		if (common !== 0) rows[row >> 5] |= 1 << (row & 31);
	}
}

/** The bits of word `w` that stand for events below `size`. */
function below(size: number, w: number): number {
	const left = size - w * 32;
	if (left >= 32) return -1;
	return left <= 0 ? 0 : (1 << left) - 1;
}
