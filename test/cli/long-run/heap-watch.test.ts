import { getHeapStatistics } from "node:v8";
import { expect, test } from "vitest";
import { HeapWatch } from "../../../src/cli/long-run/heap-watch.ts";

const MEGABYTE = 2 ** 20;

/** Arrays that take so many megabytes of the heap. */
function megabytes(count: number): number[][] {
	return Array.from({ length: count }, (_, index) => Array<number>(MEGABYTE / 8).fill(index + 0.5));
}

test("what is in use counts against the bound, and garbage does not", () => {
	// The first look collects what was there before.
	new HeapWatch(1).isFull();
	const { used_heap_size: heap, external_memory: outside } = getHeapStatistics();
	const watch = new HeapWatch((heap + outside) / MEGABYTE + 60);
	expect(watch.isFull()).toBe(false);
	for (let round = 0; round < 5; round++) {
		megabytes(30);
		expect(watch.isFull()).toBe(false);
	}
	const held = megabytes(90);
	expect(watch.isFull()).toBe(true);
	expect(held).toHaveLength(90);
});
