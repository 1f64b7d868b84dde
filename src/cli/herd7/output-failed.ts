/** Thrown where output cannot be written: its reader went away, or the disk is full. */
export class OutputFailed extends Error {
	/** The system's short word for why. */
	readonly reason: string;

	constructor(reason: string) {
		super(`output failed: ${reason}`);
		this.reason = reason;
	}
}
