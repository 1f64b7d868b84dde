import type { Configuration } from "./configuration.ts";

/**
 * How many positions, eight bytes apart, lie between the beginning and the end of all records, both counted. Without
 * producers the records are those that a hostile one might claim to have written.
 */
export function reachOf({ producers, records, nesting }: Configuration): number {
	const bytes = records.reduce((sum, { size }) => sum + 8 * Math.ceil((size + 8) / 8), 0);
	return (bytes * Math.max(1, producers) * (nesting === "none" ? 1 : 2)) / 8 + 1;
}
