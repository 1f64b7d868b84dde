import type { Row } from "../result-table.ts";
import type { Shell } from "../shell.ts";

/** Follows a run as it goes, for whoever waits for it. */
export interface RunWatcher {
	/** A thread has begun with a test. */
	begin(thread: number, test: number | undefined): void;
	/** A test has come to its end; without a row if it was left out. */
	finish(row: Row | undefined): void;
	/** Time has passed: to be called often. */
	tick(): void;
	/** A shell that calls `tick` whenever it pauses. */
	watching(shell: Shell): Shell;
	/** Nothing more is to be seen of it, so that something else can be written. */
	hide(): void;
}
