import { addCounts, type Count, multiplyCounts } from "../execution/count.ts";
import { type Ending, renameEnding } from "./ending.ts";
import type { FoundState } from "./sharing/check-state.ts";

/** Executions that end alike. */
export interface Found {
	readonly ending: Ending;
	readonly count: Count;
	/** Those of their flags that hang on whether the test's filter leaves the ending. */
	readonly flags: ReadonlySet<string>;
	/** The decisions that led to one of them, or to one that it is up to renaming. */
	readonly path: string;
	/** For each thread the one that plays its part where the path leads; absent if each plays its own. */
	readonly roles: readonly number[] | undefined;
}

/** The executions found below one place of the search, by how they end. */
export class Harvest {
	readonly #found = new Map<string, Found>();
	/** Executions left out because values determine themselves. */
	undetermined = 0;

	/** What `states` gave, with the executions left out. */
	static of(found: readonly FoundState[], undetermined: number): Harvest {
		const harvest = new Harvest();
		harvest.undetermined = undetermined;
		for (const { flags, roles, ...rest } of found)
			harvest.#found.set(rest.ending.key, { ...rest, flags: new Set(flags), roles });
		return harvest;
	}

	/** All that was found, as plain data. */
	states(): FoundState[] {
		return [...this.#found.values()].map(({ flags, roles, ...rest }) => ({
			...rest,
			flags: [...flags],
			...(roles !== undefined && { roles }),
		}));
	}

	get size(): number {
		return this.#found.size;
	}

	/** All that was found, once an ending. */
	found(): Iterable<Found> {
		return this.#found.values();
	}

	/**
	 * Adds one execution.
	 * @param path gives the decisions that led to it; asked if no other ends like it
	 * @param times how often it is to be counted
	 */
	add(ending: Ending, flags: ReadonlySet<string>, path: () => string, times = 1): void {
		const known = this.#found.get(ending.key);
		if (known === undefined)
			this.#found.set(ending.key, { ending, count: times, flags, path: path(), roles: undefined });
		else this.#found.set(ending.key, joined(known, times, flags));
	}

	/**
	 * Adds all that another harvest has.
	 * @param times how often it is to be counted
	 * @param renaming for each thread the one that it becomes; absent if each stays itself
	 */
	absorb(other: Harvest, times: number, renaming?: readonly number[]): void {
		this.undetermined += other.undetermined * times;
		for (const entry of other.#found.values()) {
			const ending = renaming === undefined ? entry.ending : renameEnding(entry.ending, renaming);
			const count = multiplyCounts(entry.count, times);
			const known = this.#found.get(ending.key);
			if (known !== undefined) this.#found.set(ending.key, joined(known, count, entry.flags));
			else {
				const roles = ending === entry.ending ? entry.roles : recast(entry.roles, renaming);
				this.#found.set(ending.key, { ...entry, ending, count, roles });
			}
		}
	}
}

function joined(known: Found, count: Count, flags: ReadonlySet<string>): Found {
	const added = [...flags].filter((flag) => !known.flags.has(flag));
	return {
		...known,
		count: addCounts(known.count, count),
		flags: added.length === 0 ? known.flags : new Set([...known.flags, ...added]),
	};
}

/** The roles after threads have exchanged their parts. */
function recast(
	roles: readonly number[] | undefined,
	renaming: readonly number[] | undefined,
): readonly number[] | undefined {
	if (renaming === undefined) return roles;
	const cast: number[] = [];
	renaming.forEach((becomes, thread) => {
		cast[becomes] = roles === undefined ? thread : roles[thread];
	});
	return cast;
}
