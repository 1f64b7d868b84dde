import { baseRelations } from "./base-relations.ts";
import type { Candidate } from "./candidate.ts";
import { equal } from "./evaluate.ts";
import { type Mask, Matrix } from "./matrix.ts";

/** What a candidate gives a model of the cat language to begin with: all but `rf` and `co`. */
export interface Supplied {
	readonly size: number;
	/** All events. */
	readonly all: Mask;
	readonly set: (name: string) => Mask;
	readonly relations: ReadonlyMap<string, Matrix>;
}

/** The base sets and relations by the names that models use. */
export function suppliedBy(candidate: Candidate): Supplied {
	const base = baseRelations(candidate);
	const { size, all, reads, writes } = base;
	const kinds: ReadonlyMap<string, Mask> = new Map([
		["_", all],
		["R", reads],
		["W", writes],
		["M", reads | writes],
		["F", all & ~(reads | writes)],
	]);
	const same = Matrix.where(size, (from, to) => from === to);
	const values = candidate.events.map(({ value }) => value);
	return {
		size,
		all,
		set: (name) => kinds.get(name) ?? base.tagged(name),
		relations: new Map([
			["po", base.po],
			["int", base.int],
			["ext", base.ext.minus(same)],
			["loc", base.loc],
			["id", same],
			["rmw", base.rmw],
			["addr", base.addr],
			["data", base.data],
			["ctrl", base.ctrl],
			[
				"same-value",
				Matrix.where(size, (from, to) => {
					const [left, right] = [values[from], values[to]];
					return left !== undefined && right !== undefined && equal(left, right);
				}),
			],
		]),
	};
}
