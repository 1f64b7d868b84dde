import { continuedKey, type InputFlags, type Key, keysOf } from "./key.ts";

/** Milliseconds in which an escape may still turn out to be the beginning of another key. */
const ESCAPE_WAIT = 50;

/** Turns input into keys. */
export interface KeyReader {
	read(input: string, flags: InputFlags): void;
	/** Nothing that is still held comes any more. */
	close(): void;
}

/**
 * A reader that holds an escape back for a moment: over a slow line what a terminal sends for a key may come in pieces, and an arrow must not
 * quit.
 */
export function createKeyReader(tell: (key: Key) => void): KeyReader {
	let held: ReturnType<typeof setTimeout> | undefined;
	const release = (): boolean => {
		const wasHeld = held !== undefined;
		clearTimeout(held);
		held = undefined;
		return wasHeld;
	};
	return {
		read(input, flags) {
			const wasHeld = release();
			const continued = wasHeld ? continuedKey(input) : undefined;
			if (continued !== undefined) return tell(continued);
			if (wasHeld) tell("escape");
			for (const key of keysOf(input, flags)) {
				if (key !== "escape") tell(key);
				else
					held = setTimeout(() => {
						held = undefined;
						tell("escape");
					}, ESCAPE_WAIT);
			}
		},
		close() {
			release();
		},
	};
}
