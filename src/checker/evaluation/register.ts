import { EventSet } from "../../relation/event-set.ts";
import { Relation } from "../../relation/relation.ts";

/** Counts the runs of a tape's steps, so that it can be told what came after what. */
export interface Clock {
	now: number;
	/** When inputs were last filled by someone who does not tell what changed: all steps are to run anew. */
	refilledAt: number;
}

/** A relation that a tape keeps, with the time at which each row last changed. */
export class RelationRegister extends Relation {
	readonly changedAt: Float64Array;
	/** The latest of `changedAt`. */
	lastChange = 0;

	constructor(capacity: number) {
		super(capacity);
		this.changedAt = new Float64Array(this.capacity);
	}

	/** Adds to `rows` those below `size` that have changed since a time. */
	markChanged(rows: Int32Array, since: number, size: number): void {
		if (this.lastChange <= since) return;
		for (let row = 0; row < size; row++) if (this.changedAt[row] > since) rows[row >> 5] |= 1 << (row & 31);
	}
}

/** A set that a tape keeps, with the time at which it last changed. */
export class SetRegister extends EventSet {
	lastChange = 0;
}

/** The register of any node. */
export type Register = RelationRegister | SetRegister;
