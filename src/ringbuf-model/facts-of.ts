import type { Program } from "../execution/program.ts";
import type { Configuration } from "./configuration.ts";
import { dataOffset } from "./data-offset.ts";
import type { RingFacts } from "./ring-facts.ts";
import type { Variant } from "./variants.ts";

/**
 * Where a configuration's ring lies in its program, found by the names that the sources give its parts.
 * @param program made of the test that the configuration stands for
 */
export function factsOf(
	program: Program,
	{ size, start, bits }: Configuration,
	{ overwrites, keepsPending }: Variant,
): RingFacts {
	const cell = (name: string): number => program.cells.findIndex((one) => one.name === `ringbuf.${name}`);
	return {
		size,
		start,
		bits,
		overwrites,
		keepsPending,
		cells: {
			consumerPos: cell("consumer_pos"),
			producerPos: cell("producer_pos"),
			pendingPos: cell("pending_pos"),
			overwritePos: cell("overwrite_pos"),
			wakeups: program.cells.findIndex(({ name }) => name === "wakeups"),
			locks: new Set(program.cells.flatMap(({ isLock }, index) => (isLock === true ? [index] : []))),
			data: new Map(
				program.cells.flatMap(({ name }, index) => {
					const offset = dataOffset(name);
					return offset === undefined ? [] : [[offset, index] as const];
				}),
			),
		},
	};
}
