import type { Limit } from "../../execution/verdict.ts";
import type { Shell } from "../shell.ts";

/** Tells when a search is to stop, and when it is to be written down. */
export class StopWatch {
	readonly #shell: Shell;
	readonly #end: number;
	readonly #every: number;
	#next: number;

	/**
	 * @param timeout seconds until the search is to stop
	 * @param every seconds between two writings
	 */
	constructor(timeout: number | undefined, every: number, shell: Shell) {
		this.#shell = shell;
		this.#end = shell.now() + (timeout ?? Number.POSITIVE_INFINITY) * 1000;
		this.#every = every * 1000;
		this.#next = shell.now() + this.#every;
	}

	/** Why the search is to stop; undefined if it may go on. */
	reason(): Limit | undefined {
		if (this.#shell.isInterrupted()) return "interrupted";
		return this.#shell.now() >= this.#end ? "timeout" : undefined;
	}

	/** Whether it is time to write the search down; if so, that is the time from which the next is counted. */
	isDue(): boolean {
		if (this.#shell.now() < this.#next) return false;
		this.#next = this.#shell.now() + this.#every;
		return true;
	}
}
