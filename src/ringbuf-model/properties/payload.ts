import type { Consumed, History } from "../history.ts";

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
export function misreads({ consumed, ring }: History): readonly Misread[] {
	return consumed
		.filter(({ isDiscarded }) => !isDiscarded)
		.flatMap((seen) =>
			seen.payload.flatMap(({ at, value }): Misread[] => {
				const expected = BigInt.asUintN(32, BigInt(seen.pos + HEADER + at) + ring.start);
				const ahead = BigInt.asIntN(32, value - expected);
				if (ahead === 0n) return [];
				const isLater = value !== 0n && ahead > 0n && ahead % BigInt(ring.size) === 0n;
				return [{ seen, at, value, isLater }];
			}),
		);
}
