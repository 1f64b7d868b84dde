import { formatDiagnostic } from "../../source/format-diagnostic.ts";
import { conflictingOptions } from "../../source/messages-cli.ts";
import { checkCommand } from "../check-command.ts";
import type { CheckCommandOptions } from "../check-options.ts";
import { BAD_INPUT } from "../exit-code.ts";
import { planOf } from "../plan-of.ts";
import type { Shell } from "../shell.ts";
import { type Stamps, takeStamps } from "./take-stamps.ts";

/** Milliseconds in which nothing must change before tests are checked: editors save in several steps. */
const CALM = 100;

/** Milliseconds between looks at whether the user has ended it. */
const LOOK = 50;

/**
 * Checks tests, and again whenever something changes that one of them is made of: only those that are. Ends when
 * the user interrupts it. Texts are compared, so that a file that is saved as it was is not checked again.
 *
 * @returns the exit code of the last time that tests were checked
 */
export async function watchTests(
	paths: readonly string[],
	options: CheckCommandOptions,
	shell: Shell,
): Promise<number> {
	// A part of what has changed is not what has changed of a part.
	const other = options.update ? "--update" : options.shard === undefined ? undefined : "--shard";
	if (other !== undefined) {
		shell.writeError(`${formatDiagnostic(conflictingOptions("--watch", other))}\n`);
		return BAD_INPUT;
	}
	const changes = new Changes(shell);
	let known: Stamps["tests"] | undefined;
	let code = 0;
	try {
		while (!shell.isInterrupted()) {
			const stamps = await takeStamps(paths, planOf(options), options, shell);
			const isWatched = changes.watch(stamps.folders);
			const before = known;
			known = stamps.tests;
			if (before === undefined) {
				code = await checkCommand(paths, options, shell);
				continue;
			}
			const changed = [...stamps.tests].flatMap(([path, stamp]) =>
				before.get(path) === stamp ? [] : [path],
			);
			if (changed.length > 0) {
				shell.write("\n");
				const { changed: _, ...others } = options;
				code = await checkCommand(changed, { ...others, isRound: true }, shell);
				continue;
			}
			// What changed before it was watched has not been told.
			if (isWatched) await changes.next();
		}
	} finally {
		changes.close();
	}
	return code;
}

/** Changes in folders, one after the other. */
class Changes {
	readonly #shell: Shell;
	#folders = "";
	#close: (() => void) | undefined;
	#last: number | undefined;

	constructor(shell: Shell) {
		this.#shell = shell;
	}

	/** Watches these folders from now on; returns whether it did so before. */
	watch(folders: readonly string[]): boolean {
		const name = JSON.stringify(folders);
		if (name === this.#folders) return true;
		this.close();
		this.#folders = name;
		this.#close = this.#shell.watch?.(folders, () => {
			this.#last = this.#shell.now();
		});
		return false;
	}

	/** Waits until something has changed and calm has returned, or the user has had enough. */
	async next(): Promise<void> {
		while (!this.#shell.isInterrupted()) {
			if (this.#last !== undefined && this.#shell.now() - this.#last >= CALM) break;
			await new Promise((resolve) => setTimeout(resolve, LOOK));
		}
		this.#last = undefined;
	}

	close(): void {
		this.#close?.();
	}
}
