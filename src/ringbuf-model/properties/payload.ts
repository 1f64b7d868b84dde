import type { Consumed, History } from "../history.ts";
import { wordOf } from "../word-of.ts";

/** Bytes of a header. */
const HEADER = 8;

/** A word that does not belong to the record that it was read from. */
interface Misread {
	readonly seen: Consumed;
	readonly at: number;
	readonly value: bigint;
	/** Whether it is what a later round has written there. */
	readonly isLater: boolean;
}

/**
 * The words of accepted records that are not theirs. Producers write each word's own position into it, so a word
 * of a later round is larger by rounds.
 */
export function misreads(history: History): readonly Misread[] {
	const { ring } = history;
	return [...history.consumed, ...copiedRecords(history)]
		.filter(({ isDiscarded }) => !isDiscarded)
		.flatMap((seen) =>
			seen.payload.flatMap(({ at, value }): Misread[] => {
				const expected = wordOf(seen.pos + HEADER + at, ring);
				const ahead = BigInt.asIntN(Math.min(32, ring.bits), value - expected);
				if (ahead === 0n) return [];
				const isLater = value !== 0n && ahead > 0n && ahead % BigInt(ring.size) === 0n;
				return [{ seen, at, value, isLater }];
			}),
		);
}

const FLAGS = 3n << 30n;

/** The committed records of copies that were accepted, each as if it had been consumed. */
function copiedRecords({ execution, records, position, operand, noted }: History): readonly Consumed[] {
	return noted("accepted").flatMap((accepted) => {
		const before = execution.notes.slice(0, execution.notes.indexOf(accepted));
		const copying = before.findLastIndex(
			({ thread, name }) => thread === accepted.thread && name === "copying",
		);
		const words = new Map(
			before
				.slice(copying + 1)
				.map((note) => [position(note, 0), BigInt.asUintN(32, operand(note, 1))] as const),
		);
		return records.flatMap(({ pos, size }): Consumed[] => {
			if ((words.get(pos) ?? FLAGS) !== BigInt(size)) return [];
			const payload = [...words]
				.filter(([at]) => at >= pos + HEADER && at < pos + HEADER + size)
				.map(([at, value]) => ({ at: at - pos - HEADER, value }));
			return [{ thread: accepted.thread, pos, size, isDiscarded: false, note: accepted, payload }];
		});
	});
}
