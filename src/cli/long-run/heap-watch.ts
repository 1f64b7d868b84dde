import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const MEGABYTE = 2 ** 20;
/** The part of what the engine allows that may be used before a search is stopped: going on would end the process. */
const SHARE = 0.85;
/** The part of the limit that must be free after garbage was collected, since collecting it again and again takes all the time. */
const FREE = 0.05;

/** Tells when the memory of this thread is used up. */
export class HeapWatch {
	readonly #limit: number;
	#collect: (() => void) | undefined;

	/** @param megabytes that may be used; what the engine allows, if that is less or nothing is given */
	constructor(megabytes = Number.POSITIVE_INFINITY) {
		this.#limit = Math.min(megabytes * MEGABYTE, getHeapStatistics().heap_size_limit * SHARE);
	}

	/** Whether no more may be used. Costs microseconds, and a collection of garbage where it may be so. */
	isFull(): boolean {
		if (usedBytes() <= this.#limit) return false;
		this.#collect ??= garbageCollector();
		this.#collect();
		return usedBytes() > this.#limit * (1 - FREE);
	}
}

function usedBytes(): number {
	const { used_heap_size: heap, external_memory: outside } = getHeapStatistics();
	return heap + outside;
}

/** The engine's own, which is otherwise had by an option on Node's command line alone. */
function garbageCollector(): () => void {
	setFlagsFromString("--expose-gc");
	const collect: unknown = runInNewContext("gc");
	return typeof collect === "function" ? () => collect() : () => {};
}
