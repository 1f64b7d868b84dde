/** What ends a search before it has seen everything. An `AbortSignal` is such a signal. */
export interface Patience {
	/** Seconds after which what is known has to do. */
	readonly timeout?: number;
	/** Looked at about every 50 ms: where it is aborted, the search stops. */
	readonly signal?: { readonly aborted: boolean };
}

/** A signal as searches that wait for events between their slices take it. */
export function waitingOn({ signal }: Patience): {
	now(): number;
	pause(): Promise<void>;
	isInterrupted(): boolean;
} {
	return {
		now: () => performance.now(),
		pause: () => new Promise((resolve) => setImmediate(resolve)),
		isInterrupted: () => signal?.aborted === true,
	};
}
