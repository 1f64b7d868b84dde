import type { RingFacts } from "./ring-facts.ts";

/** What producers write where a position lies: the position itself, as far as a word and a counter hold it. */
export function wordOf(pos: number, { start, bits }: RingFacts): bigint {
	return BigInt.asUintN(32, BigInt.asUintN(bits, BigInt(pos) + start));
}
