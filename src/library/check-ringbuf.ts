import { checkRing } from "../cli/ringbuf/check-ring.ts";
import type { RingOutcome } from "../report/ring-outcome.ts";
import { type Configuration, DEFAULT_CONFIGURATION } from "../ringbuf-model/configuration.ts";
import { RING_PROPERTIES } from "../ringbuf-model/property-table.ts";
import { VARIANTS } from "../ringbuf-model/variants.ts";
import type { Result } from "../source/result.ts";
import type { CheckOptions } from "./check.ts";
import type { MemoryModel } from "./memory-model.ts";
import { modelOf } from "./model-handle.ts";
import { expectNumbers, waitingOn } from "./patience.ts";

/** What a check of the ring buffer is about; what is left out is as `ringlit ringbuf` has it. */
export type RingbufConfiguration = Partial<Omit<Configuration, "edits" | "defines">>;

/** Something that has a name and a meaning in words. */
export interface Named {
	readonly name: string;
	readonly meaning: string;
}

/** The versions of the protocol. */
export const RINGBUF_VARIANTS: readonly Named[] = VARIANTS.map(({ name, meaning }) => ({ name, meaning }));

/** What can be asked of a configuration: most must not happen, some are only observed. */
export const RINGBUF_PROPERTIES: readonly Named[] = RING_PROPERTIES.map(({ name, meaning }) => ({
	name,
	meaning,
}));

/**
 * Checks the BPF ring buffer's own C. `executions` is exact: a bigint where no number is. Where the configuration names its properties, the search
 * stops as soon as each was seen to happen (`limits` then has `decided`).
 *
 * @returns what was found, or what is wrong with the configuration
 * @throws TypeError for a model that is a copy or of another thread
 */
export async function checkRingbuf(
	configuration: RingbufConfiguration,
	model: MemoryModel,
	options: CheckOptions = {},
): Promise<Result<RingOutcome>> {
	const { unroll, symmetry = true, timeout } = options;
	expectNumbers({ unroll, timeout });
	const bounds = {
		symmetry,
		stopWhenDecided: (configuration.properties ?? []).length > 0,
		...(unroll !== undefined && { unroll }),
		...(timeout !== undefined && { timeout }),
	};
	return checkRing(
		{ ...DEFAULT_CONFIGURATION, ...configuration },
		{ name: model.name, model: modelOf(model) },
		bounds,
		waitingOn(options),
	);
}
