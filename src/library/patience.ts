/** What ends a search before it has seen everything. An `AbortSignal` is such a signal. */
export interface Patience {
	/** Seconds after which what is known has to do. */
	readonly timeout?: number;
	/** Looked at about every 50 ms: where it is aborted, the search stops. */
	readonly signal?: { readonly aborted: boolean };
}

/**
 * Looks at bounds that a caller gives, which types let through: with one that is not a number a search would not end.
 * @throws RangeError for such a bound
 */
export function expectNumbers(bounds: Readonly<Record<string, number | undefined>>): void {
	for (const [name, value] of Object.entries(bounds))
		if (value !== undefined && (typeof value !== "number" || Number.isNaN(value)))
			throw new RangeError(`${name}: ${value} is not a number`);
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
