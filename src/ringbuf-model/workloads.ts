import { type Configuration, DEFAULT_CONFIGURATION, type Edit, submitted } from "./configuration.ts";
import { CONSUMER_MB } from "./edits.ts";

/** What a variant is put to, to see what a change of it does. */
export interface Workload {
	readonly name: string;
	readonly configuration: Configuration;
}

const TINY: Configuration = { ...DEFAULT_CONFIGURATION, tiny: true, size: 32, producers: 1 };

function workload(name: string, variant: string, changes: Partial<Configuration>): Workload {
	return { name, configuration: { ...TINY, variant, ...changes } };
}

/** With a full barrier in the consumer: without one wake-ups are lost anyway. */
const POLLED: Partial<Configuration> = {
	size: 64,
	consumer: "poll",
	settings: new Map([["level_triggered", "0"]]),
	edits: [CONSUMER_MB],
};

/** For the kernel's ring as long as nothing is overwritten. */
export function kernelWorkloads(variant: string): readonly Workload[] {
	return [
		workload("reused space", variant, { records: [submitted(16), submitted(16)] }),
		workload("two producers", variant, { producers: 2 }),
		workload("space of a discarded record", variant, {
			records: [{ size: 16, end: "discard", wakeup: "adaptive" }, submitted(16)],
		}),
		// The ring is mapped twice: an offset that is not masked shows only from the third round on.
		workload("a third record, later", variant, {
			start: 64n,
			records: [submitted(16), submitted(16), submitted(0)],
		}),
		workload("no room", variant, { consumers: 0, records: [submitted(16), submitted(16), submitted(0)] }),
		workload("odd sizes and a discard", variant, {
			size: 64,
			records: [submitted(12), { size: 8, end: "discard", wakeup: "adaptive" }, submitted(4)],
		}),
		workload("wake-ups", variant, { ...POLLED, records: [submitted(0), submitted(0)] }),
		workload("wake-ups by flags", variant, {
			...POLLED,
			records: [
				{ size: 0, end: "submit", wakeup: "none" },
				{ size: 0, end: "submit", wakeup: "force" },
			],
		}),
		workload("wake-ups past the end", variant, {
			...POLLED,
			size: 32,
			start: 24n,
			records: [submitted(0), submitted(0)],
		}),
		workload("hostile user space", variant, {
			consumers: 0,
			hostile: true,
			records: [{ ...submitted(16), end: "hold" }, submitted(8)],
		}),
		workload("interrupted by an NMI", variant, { consumers: 0, nesting: "nmi" }),
		workload("how much there is", variant, { queries: 1, records: [submitted(0), submitted(0)] }),
	];
}

/** For a ring that overwrites. */
export function overwriteWorkloads(variant: string): readonly Workload[] {
	return [
		workload("overwritten by one", variant, {
			consumers: 0,
			queries: 1,
			records: [submitted(8), submitted(8), submitted(8)],
		}),
		workload("given up for another", variant, {
			size: 16,
			producers: 2,
			consumers: 0,
			records: [submitted(0)],
		}),
		workload("beside a consumer", variant, { size: 64, records: [submitted(8), submitted(0)] }),
		workload("held back", variant, {
			consumers: 0,
			records: [submitted(8), { ...submitted(8), end: "hold" }, submitted(8), submitted(0)],
		}),
	];
}

/** For the ring that user space fills. */
export function userWorkloads(variant: string): readonly Workload[] {
	return [
		workload("two drain", variant, { consumers: 2 }),
		workload("reused space", variant, { records: [submitted(16), submitted(16)] }),
		workload("odd sizes and a discard", variant, {
			size: 64,
			records: [submitted(12), { size: 8, end: "discard", wakeup: "adaptive" }, submitted(4)],
		}),
		workload("two producers", variant, { producers: 2 }),
		workload("hostile user space", variant, { producers: 0, hostile: true }),
	];
}

/** A workload with further edits. */
export function editedWorkload({ name, configuration }: Workload, edits: readonly Edit[]): Workload {
	return { name, configuration: { ...configuration, edits: [...configuration.edits, ...edits] } };
}
