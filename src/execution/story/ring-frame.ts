/** A record as it lies in the ring at one moment. */
export interface RingFrameRecord {
	/** Positions from the ring's beginning, without wrapping: of the header, and behind the last byte. */
	readonly pos: number;
	readonly end: number;
	/** Bytes of the payload as they were asked for. */
	readonly size: number;
	/** The thread that reserved it. */
	readonly thread: number;
	/** What its header says in memory at this moment; `none` where it has not been written yet, or is another record's by now. */
	readonly header: "none" | "busy" | "ready" | "discarded";
	/** Whether a consumer has been handed it, or has passed over it. */
	readonly isConsumed: boolean;
	/** Whether a producer has given its bytes to newer records. */
	readonly isOverwritten: boolean;
	/** `A`, `B`, ...: a letter of its own among all records of the execution, in the order of their positions. */
	readonly name?: string;
	/** Whether its producer has committed or discarded it: its header alone does not tell once other records have come over it. */
	readonly isCommitted?: boolean;
}

/** A position of the ring at one moment. */
export interface RingFramePosition {
	/** As the kernel's structure has it: `consumer_pos`, `pending_pos`, `producer_pos`, `overwrite_pos`. */
	readonly name: string;
	/** From the ring's beginning, without wrapping. */
	readonly at: number;
	/** What the counter in memory holds, where that is another number: it did not begin at 0, or it has wrapped. */
	readonly counter?: string;
}

/** The ring at one moment. */
export interface RingFrame {
	/** Bytes of its data. */
	readonly size: number;
	/** Where the position 0 of this frame lies in the data. */
	readonly start: number;
	/** In the order of their positions. */
	readonly records: readonly RingFrameRecord[];
	readonly positions: readonly RingFramePosition[];
	/** The thread that has the ring's lock. */
	readonly lockedBy?: number;
}
