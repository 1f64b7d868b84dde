/** A thread that works for this one. */
export interface WorkerLink {
	/**
	 * Sets who is told of what the thread sends, and, once, of its end: with a reason if that is not how it should end.
	 * Nothing is lost between the start and the call if both are in the same turn.
	 */
	listen(onMessage: (message: unknown) => void, onEnd: (reason: string | undefined) => void): void;
	/** Ends the thread, whatever it does. */
	stop(): void;
}

/** Where threads come from. */
export interface WorkerSource {
	/** As many threads as can run at the same time, this one counted. */
	readonly cores: number;
	/** Starts a thread on a task, which must be data that can be cloned. */
	start(task: WorkerTask): WorkerLink;
}

/** What a thread is to do: `kind` chooses the code, which knows what else is there. */
export interface WorkerTask {
	readonly kind: string;
}
