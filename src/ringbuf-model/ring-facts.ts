/** What the properties of a ring have to know of it. */
export interface RingFacts {
	/** Bytes of its data. */
	readonly size: number;
	/** All positions at the beginning. */
	readonly start: bigint;
	/** Bits of a position. */
	readonly bits: number;
	/** Whether producers overwrite what was not consumed. */
	readonly overwrites: boolean;
	/** Whether producers keep account, in pending_pos, of which records are still being written. */
	readonly keepsPending: boolean;
	/** Cells of the program, by their use. */
	readonly cells: {
		readonly consumerPos: number;
		readonly producerPos: number;
		readonly pendingPos: number;
		readonly overwritePos: number;
		readonly wakeups: number;
		/** Of all who reserve. */
		readonly locks: ReadonlySet<number>;
		/** Of the data, by the offset of each word. */
		readonly data: ReadonlyMap<number, number>;
	};
}
