import { type Configuration, type Edit, submitted } from "../configuration.ts";
import * as edits from "../edits.ts";
import { SMALL } from "./rings.ts";

/** Room for one record, and two come: the second lies where the first was. */
export const ONE_SLOT: Configuration = {
	...SMALL,
	variant: "v6.10",
	consumers: 1,
	records: [submitted(16), submitted(16)],
};

/** A consumer that polls, woken by edges, with a full barrier of its own after it has stored consumer_pos. */
export const WOKEN: Configuration = {
	...SMALL,
	variant: "v6.10",
	size: 64,
	consumers: 1,
	consumer: "poll",
	records: [submitted(0), submitted(0)],
	settings: new Map([["level_triggered", "0"]]),
	edits: [edits.CONSUMER_MB],
};

/** A configuration with more edits. */
export function edited(configuration: Configuration, more: readonly Edit[]): Configuration {
	return { ...configuration, edits: [...configuration.edits, ...more] };
}
