import type { ColorChoice } from "../is-colored.ts";
import type { LongRunOptions } from "../long-run/long-run-options.ts";

/** The options of `ringlit ringbuf`, as they are written. */
export interface RingbufOptions extends LongRunOptions {
	readonly variant: string;
	readonly producers: number;
	readonly consumers: number;
	readonly consumer: string;
	readonly queries: number;
	readonly records: string;
	readonly size: number;
	readonly tiny: boolean;
	readonly property?: string;
	readonly set?: readonly string[];
	/** Orderings of the sources that are changed first: `commit.h:19:2=once`. */
	readonly with?: readonly string[];
	readonly hostile: boolean;
	readonly nested: string;
	readonly bits: number;
	readonly start: string;
	readonly model: string;
	readonly unroll?: number;
	readonly symmetry: boolean;
	readonly format: "text" | "json";
	/** Print the litmus test instead of checking it. */
	readonly print: boolean;
	readonly list: boolean;
	readonly color: ColorChoice;
}
