import { checkSelection } from "../check-selection.ts";
import type { Shell } from "../shell.ts";
import type { Checks } from "./checks.ts";
import { shareChecks } from "./share-checks.ts";

/** Milliseconds that a run takes before it is worth while to start threads for it unasked. */
const WORTH_WHILE = 200;

/** Tests that must then be left. */
const WORTH_SHARING = 3;

/**
 * Checks tests, alone or with other threads; what is reported, and in which order, is the same. An interrupt ends the
 * run with what is known. Unless told how many, a run begins alone, and gets help where it turns out to be long.
 *
 * @returns the number of tests that came to an end or were interrupted
 */
export async function checkAll(checks: Checks, shell: Shell): Promise<number> {
	const { selections, settings, jobs, report, watcher } = checks;
	const threads = shell.workers === undefined ? 1 : Math.min(jobs ?? shell.workers.cores, selections.length);
	if (jobs !== undefined && threads > 1) return shareChecks({ ...checks, threads, from: 0 }, shell);
	const started = shell.now();
	for (const [test, selection] of selections.entries()) {
		if (threads > 1 && shell.now() - started > WORTH_WHILE && selections.length - test >= WORTH_SHARING) {
			return shareChecks({ ...checks, threads, from: test }, shell);
		}
		await shell.pause();
		if (shell.isInterrupted()) return test;
		watcher?.begin(0, test);
		const row = await checkSelection(selection, settings, watcher ? watcher.watching(shell) : shell);
		watcher?.finish(row);
		if (!report(row, test)) return test + 1;
	}
	return selections.length;
}
