import type { GraphForm } from "./graph-form.ts";
import type { Harvest } from "./harvest.ts";

/** What was found below a partial execution, and which of its threads stood at which place of its form. */
interface Known {
	readonly order: readonly number[];
	readonly harvest: Harvest;
}

/** Characters of keys, and what stands for their results, after which nothing new is kept. */
const ROOM = 1 << 25;
/** Characters that weigh as much as one ending found. */
const ENDING_WEIGHT = 100;

/**
 * The partial executions explored to their end, by their form. Those not kept for want of room are explored
 * again: a bound on memory that no verdict depends on.
 */
export class KnownSubtrees {
	readonly #known = new Map<string, Known>();
	#room = ROOM;

	/** Keeps what was found below a graph of such a form. */
	keep({ key, order }: GraphForm, harvest: Harvest): void {
		this.#room -= key.length + (1 + harvest.size) * ENDING_WEIGHT;
		if (this.#room >= 0) this.#known.set(key, { order, harvest });
	}

	/**
	 * What was found below a graph that is this one up to renaming.
	 * @returns undefined if none was explored; `renaming` has for each thread the one that it is in this graph
	 */
	find({
		key,
		order,
	}: GraphForm): { readonly harvest: Harvest; readonly renaming: readonly number[] } | undefined {
		const known = this.#known.get(key);
		if (known === undefined) return undefined;
		const renaming: number[] = [];
		known.order.forEach((thread, place) => {
			renaming[thread] = order[place];
		});
		return { harvest: known.harvest, renaming };
	}
}
