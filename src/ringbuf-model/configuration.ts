/** A token of a variant's source replaced by another: how a weaker, or another, protocol is tried. */
export interface Edit {
	/** The source, such as `commit.h`. */
	readonly file: string;
	/** Occurs in it exactly once. */
	readonly from: string;
	readonly to: string;
}

/** What a producer does with one record. */
export interface RecordPlan {
	/** Bytes of its payload. */
	readonly size: number;
	/** How it ends: `output` leaves it to one helper, `hold` never commits it. */
	readonly end: "submit" | "discard" | "output" | "hold";
	/** What the commit is told about waking the consumer. */
	readonly wakeup: "adaptive" | "none" | "force";
}

/** What reads the ring. */
export type ConsumerKind =
	/** libbpf's, once, until nothing is left. */
	| "drain"
	/** libbpf's, again and again, sleeping in epoll. */
	| "poll"
	/** The first version's for overwriting rings: copies all and looks whether it was overwritten meanwhile. */
	| "snapshot"
	| "none";

/** What nests into a reservation on the same processor. */
export type Nesting = "none" | "nmi" | "task";

/** Everything that decides what a check of the ring buffer is about. */
export interface Configuration {
	/** As `ringlit ringbuf --list` names it. */
	readonly variant: string;
	readonly producers: number;
	readonly consumers: number;
	readonly consumer: ConsumerKind;
	/** Processes that only ask how much there is to read. */
	readonly queries: number;
	/** What each producer does, one record after the other. */
	readonly records: readonly RecordPlan[];
	/** Bytes of the ring. */
	readonly size: number;
	/** Whether a ring may be smaller than a page. */
	readonly tiny: boolean;
	/** Whether another process writes any position where user space may write. */
	readonly hostile: boolean;
	readonly nesting: Nesting;
	/** Bits of a position, 8 to 64. */
	readonly bits: 8 | 16 | 32 | 64;
	/** All positions at the beginning; a multiple of 8. */
	readonly start: bigint;
	/** Values for parameters of the sources. */
	readonly settings: ReadonlyMap<string, string>;
	/** Macros that the sources look for. */
	readonly defines: readonly string[];
	readonly edits: readonly Edit[];
	/** Names of properties; all that make sense if empty. */
	readonly properties: readonly string[];
}

/** A record that is submitted, with adaptive wake-ups. */
export function submitted(size: number): RecordPlan {
	return { size, end: "submit", wakeup: "adaptive" };
}

/** What is checked where nothing else is said: two producers of one record each, and a consumer that drains. */
export const DEFAULT_CONFIGURATION: Configuration = {
	variant: "v6.10",
	producers: 2,
	consumers: 1,
	consumer: "drain",
	queries: 0,
	records: [submitted(8)],
	size: 4096,
	tiny: false,
	hostile: false,
	nesting: "none",
	bits: 64,
	start: 0n,
	settings: new Map(),
	defines: [],
	edits: [],
	properties: [],
};
