import { checkSelection } from "../check-selection.ts";
import type { Row } from "../result-table.ts";
import type { Selection } from "../select-tests.ts";
import type { Shell } from "../shell.ts";
import { type CheckPlan, settingsOf } from "./check-plan.ts";
import { sharedWork } from "./shared-work.ts";
import type { WorkerTask } from "./worker-source.ts";

/** A share in the checking of tests. */
export interface CheckTask extends WorkerTask {
	readonly kind: "check";
	readonly plan: CheckPlan;
	readonly selections: readonly Selection[];
	readonly memory: SharedArrayBuffer;
	/** The thread's number among all of the run. */
	readonly thread: number;
}

/** What came of some tests, each with its place in the run's order. */
export type CheckedRows = readonly (readonly [test: number, row: Row | undefined])[];

/** Milliseconds after which results are sent on, so that tiny tests cost no message each. */
const SENT_EVERY = 30;

/**
 * Takes tests from those that all threads share until none is left, and sends on what comes of them, several at a
 * time. Models are read once. A plan that fails here, since files have changed under it, leaves the work to others.
 */
export async function checkInWorker(
	task: CheckTask,
	shell: Shell,
	send: (rows: CheckedRows) => void,
): Promise<void> {
	const { plan, selections, memory, thread } = task;
	const work = sharedWork(memory, selections.length);
	const settings = await settingsOf(plan, shell);
	if (!settings.ok) return;
	const own: Shell = { ...shell, isInterrupted: () => work.isEnded() };
	let rows: [number, Row | undefined][] = [];
	let sent = shell.now();
	for (let test = work.take(); test !== undefined; test = work.take()) {
		work.note(thread, test);
		rows.push([test, await checkSelection(selections[test], settings.value, own)]);
		work.note(thread, undefined);
		if (shell.now() - sent < SENT_EVERY) continue;
		send(rows);
		rows = [];
		sent = shell.now();
	}
	send(rows);
}
