import { closeTransitively } from "../../relation/closure.ts";
import type { Clock, RelationRegister } from "./register.ts";
import type { Size, Step } from "./registers.ts";
import { markRowsThatMeet } from "./row-operations.ts";
import { haveChanged } from "./row-step.ts";

/**
 * A step that keeps `out` the transitive closure of `from`. Only events that reach a row which has changed can
 * reach anything else than before. Their rows are made anew, from those of the others, which are closed
 * already, and then closed among themselves.
 */
export function closureStep(out: RelationRegister, from: RelationRegister, size: Size, clock: Clock): Step {
	const { bits, words } = out;
	const before = new Int32Array(bits.length);
	const changed = new Int32Array(words);
	const affected = new Int32Array(words);
	let ranAt = -1;
	let ranFor = 0;
	return () => {
		const { events } = size;
		const first = clock.refilledAt > ranAt ? 0 : ranFor;
		if (first >= events && !haveChanged([from], ranAt)) {
			ranFor = events;
			return;
		}
		changed.fill(0);
		for (let row = first; row < events; row++) changed[row >> 5] |= 1 << (row & 31);
		from.markChanged(changed, ranAt, events);
		affected.set(changed);
		markRowsThatMeet(affected, out, changed, Math.min(first, events));
		const now = ++clock.now;
		ranAt = now;
		ranFor = events;
		const end = events * words;
		for (let at = 0; at < end; at++) before[at] = bits[at];
		if (first === 0) {
			for (let at = 0; at < end; at++) bits[at] = from.bits[at];
			closeTransitively(out, events);
		} else closeAgain(out, from, affected);
		for (let at = 0; at < end; at++)
			if (bits[at] !== before[at]) {
				out.changedAt[(at / words) | 0] = now;
				out.lastChange = now;
			}
	};
}

/** Makes some rows of `out` those of the closure of `from`, where all others are so already. */
function closeAgain(out: RelationRegister, from: RelationRegister, affected: Int32Array): void {
	const { bits, words } = out;
	const rows: number[] = [];
	for (let word = 0; word < words; word++)
		for (let rest = affected[word]; rest !== 0; rest &= rest - 1)
			rows.push(word * 32 + 31 - Math.clz32(rest & -rest));
	for (const row of rows) {
		const at = row * words;
		for (let w = 0; w < words; w++) bits[at + w] = from.bits[at + w];
		for (let word = 0; word < words; word++)
			for (let rest = from.bits[at + word] & ~affected[word]; rest !== 0; rest &= rest - 1) {
				const source = (word * 32 + 31 - Math.clz32(rest & -rest)) * words;
				for (let w = 0; w < words; w++) bits[at + w] |= bits[source + w];
			}
	}
	for (const via of rows) {
		const source = via * words;
		const word = via >> 5;
		const bit = 1 << (via & 31);
		for (const row of rows) {
			const at = row * words;
			if ((bits[at + word] & bit) !== 0) for (let w = 0; w < words; w++) bits[at + w] |= bits[source + w];
		}
	}
}
