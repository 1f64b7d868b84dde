import { formatProgress } from "../../report/format-progress.ts";
import type { Row } from "../result-table.ts";
import type { Selection } from "../select-tests.ts";
import type { Shell } from "../shell.ts";
import type { RunWatcher } from "./run-watcher.ts";

/** Milliseconds between two pictures of the run, and before the first. */
const EVERY = 100;

const CLEAR_LINE = "\r\u001b[K";

/** Columns of a terminal that does not say how many it has. */
const COLUMNS = 80;

/**
 * A line on standard error that says how far a run is, and is written over as it goes on. To be used only where
 * standard error is a terminal.
 */
export class ProgressLine implements RunWatcher {
	readonly #selections: readonly Selection[];
	readonly #shell: Shell;
	readonly #started: number;
	readonly #running = new Map<number, { test: number; since: number }>();
	#done = 0;
	#executions = 0;
	#shown = false;
	#drawn: number;

	constructor(selections: readonly Selection[], shell: Shell) {
		this.#selections = selections;
		this.#shell = shell;
		this.#started = shell.now();
		this.#drawn = this.#started;
	}

	begin(thread: number, test: number | undefined): void {
		if (test === undefined) this.#running.delete(thread);
		else if (this.#running.get(thread)?.test !== test)
			this.#running.set(thread, { test, since: this.#shell.now() });
		this.tick();
	}

	finish(row: Row | undefined): void {
		this.#done++;
		for (const outcome of row ?? [])
			if (outcome.status !== "error") this.#executions += outcome.explored.executions;
		this.tick();
	}

	tick(): void {
		const now = this.#shell.now();
		if (now - this.#drawn < EVERY) return;
		this.#drawn = now;
		this.#draw(now);
	}

	watching(shell: Shell): Shell {
		return {
			...shell,
			pause: () => {
				this.tick();
				return shell.pause();
			},
		};
	}

	hide(): void {
		if (this.#shown) this.#shell.writeError(CLEAR_LINE);
		this.#shown = false;
	}

	#draw(now: number): void {
		const running = [...this.#running.values()];
		const oldest = running.reduce<{ test: number; since: number } | undefined>(
			(best, each) => (best === undefined || each.since < best.since ? each : best),
			undefined,
		);
		const line = formatProgress(
			{
				done: this.#done,
				total: this.#selections.length,
				running: running.length,
				...(oldest && {
					slowest: {
						name: this.#selections[oldest.test].path.replace(/^.*\//, "").replace(/\.litmus$/, ""),
						seconds: (now - oldest.since) / 1000,
					},
				}),
				executions: this.#executions,
				seconds: (now - this.#started) / 1000,
			},
			(this.#shell.errorColumns?.() ?? COLUMNS) - 1,
		);
		this.#shell.writeError(`${CLEAR_LINE}${line}`);
		this.#shown = true;
	}
}
