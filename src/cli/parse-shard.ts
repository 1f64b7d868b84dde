import { badShard } from "../source/messages-gate.ts";
import type { Result } from "../source/result.ts";

/** One of several parts of a run. */
export interface Shard {
	/** From 1 to `count`. */
	readonly index: number;
	readonly count: number;
}

/** What `--shard 2/4` asks for. */
export function parseShard(text: string): Result<Shard> {
	const [, index, count] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number);
	if (index >= 1 && index <= count) return { ok: true, value: { index, count }, warnings: [] };
	return { ok: false, diagnostics: [badShard(text)] };
}

/**
 * The places, from 0, that are a part's share of `length` things in order: every n-th of them. Neighbours, which tend
 * to take as long as each other, go to different parts, and no part has more than one more than another.
 */
export function shardPlaces({ index, count }: Shard, length: number): number[] {
	const places: number[] = [];
	for (let place = index - 1; place < length; place += count) places.push(place);
	return places;
}
