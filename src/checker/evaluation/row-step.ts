import type { Clock, Register, RelationRegister } from "./register.ts";
import type { Size, Step } from "./registers.ts";

/** How a relation is computed row by row. */
export interface RowOperation {
	readonly out: RelationRegister;
	/** All that its rows are computed from. */
	readonly inputs: readonly Register[];
	/** Adds to `rows` those below `size` whose value may differ from what it was at a time, that of the last run. */
	mark(rows: Int32Array, since: number, size: number): void;
	/** Computes a row, into words that hold anything before. */
	compute(row: number, into: Int32Array): void;
}

/**
 * A step that recomputes only the rows whose inputs have changed since it last ran. Those that
 * come out as they were are not dated, so that nothing is recomputed because of them.
 */
export function rowStep(operation: RowOperation, size: Size, clock: Clock): Step {
	const { out, inputs } = operation;
	const { bits, words } = out;
	const rows = new Int32Array(words);
	const fresh = new Int32Array(words);
	let ranAt = -1;
	let ranFor = 0;
	return () => {
		const { events } = size;
		const first = clock.refilledAt > ranAt ? 0 : ranFor;
		if (first >= events && !haveChanged(inputs, ranAt)) {
			ranFor = events;
			return;
		}
		rows.fill(0);
		for (let row = first; row < events; row++) rows[row >> 5] |= 1 << (row & 31);
		operation.mark(rows, ranAt, events);
		const now = ++clock.now;
		ranAt = now;
		ranFor = events;
		for (let word = 0; word < words; word++)
			for (let rest = rows[word]; rest !== 0; rest &= rest - 1) {
				const row = word * 32 + 31 - Math.clz32(rest & -rest);
				operation.compute(row, fresh);
				const at = row * words;
				let differs = false;
				for (let w = 0; w < words; w++)
					if (bits[at + w] !== fresh[w]) {
						bits[at + w] = fresh[w];
						differs = true;
					}
				if (!differs) continue;
				out.changedAt[row] = now;
				out.lastChange = now;
			}
	};
}

/** Whether any of some registers has changed since a time. */
export function haveChanged(registers: readonly Register[], since: number): boolean {
	for (const register of registers) if (register.lastChange > since) return true;
	return false;
}
