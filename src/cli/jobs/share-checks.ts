import { workerEnded } from "../../source/messages-gate.ts";
import { checkSelection } from "../check-selection.ts";
import { describeFault } from "../describe-fault.ts";
import type { Row } from "../result-table.ts";
import type { Shell } from "../shell.ts";
import type { CheckedRows, CheckTask } from "./check-in-worker.ts";
import type { Checks } from "./checks.ts";
import { newSharedMemory, type SharedWork, sharedWork } from "./shared-work.ts";
import type { WorkerLink } from "./worker-source.ts";

/** A run of which several threads have a share. */
export interface SharedChecks extends Checks {
	/** This one counted, at least two. */
	readonly threads: number;
	/** The first test that is not yet checked. */
	readonly from: number;
}

/** Milliseconds between looks at signals and at how far others are. */
const LOOK = 50;

/** Milliseconds in which threads that were asked to end can say what they know. */
const GRACE = 1_000;

/** What came of a test; `row` is undefined if the filter leaves it out. */
interface Settled {
	readonly row: Row | undefined;
}

/**
 * Checks tests together with other threads, this one included. Each takes the next test when it has done one, so that
 * none waits for another; what comes of them is reported in their order. If a thread ends before its time, the
 * test that it was about is in error, and what else it had not yet told is checked again here.
 *
 * @returns the number of tests that came to an end or were interrupted
 */
export async function shareChecks(checks: SharedChecks, shell: Shell): Promise<number> {
	const { threads, from, settings, watcher } = checks;
	const selections = checks.selections.slice(from);
	const work = sharedWork(newSharedMemory(threads), selections.length);
	const settled = new Map<number, Settled>();
	let next = 0;
	let isOver = false;
	const drain = (skipGaps: boolean): void => {
		for (; !isOver && next < work.taken(); next++) {
			const found = settled.get(next);
			if (found === undefined && !skipGaps) return;
			settled.delete(next);
			if (found !== undefined && !checks.report(found.row, from + next)) isOver = true;
		}
		if (isOver) work.end();
	};
	const settle = (test: number, row: Row | undefined): void => {
		if (isOver) return;
		settled.set(test, { row });
		watcher?.finish(row);
		drain(false);
	};
	const look = (): void => {
		if (shell.isInterrupted()) work.end();
		for (let thread = 1; thread < threads; thread++) {
			const test = work.noted(thread);
			watcher?.begin(thread, test === undefined ? undefined : from + test);
		}
		watcher?.tick();
	};

	const lost = new Map<number, string>();
	const crews = startThreads(checks, selections, work, settle, lost, shell);
	const clock = setInterval(look, LOOK);
	const own: Shell = { ...(watcher?.watching(shell) ?? shell), isInterrupted: () => work.isEnded() };
	try {
		for (;;) {
			await shell.pause();
			if (shell.isInterrupted()) work.end();
			const test = work.take();
			if (test === undefined) break;
			watcher?.begin(0, from + test);
			settle(test, await checkSelection(selections[test], settings, own));
		}
		watcher?.begin(0, undefined);
		await ended(crews, work, () => isOver);
		for (let test = next; test < work.taken() && !isOver; test++) {
			if (settled.has(test)) continue;
			const { path } = selections[test];
			const reason = lost.get(test);
			if (reason !== undefined) {
				const fault = describeFault(workerEnded(reason), path);
				const error = { file: path, seconds: 0, status: "error", diagnostics: [fault] } as const;
				settle(
					test,
					settings.models.map(({ name }) => ({ ...error, model: name })),
				);
			} else if (!work.isEnded()) settle(test, await checkSelection(selections[test], settings, own));
		}
		const gaps = isOver ? 0 : work.taken() - next - settled.size;
		drain(true);
		return from + next - gaps;
	} finally {
		clearInterval(clock);
		for (const { link } of crews) link.stop();
	}
}

/** A thread, and when it is done. */
interface Crew {
	readonly link: WorkerLink;
	readonly end: Promise<void>;
}

function startThreads(
	{ plan, threads }: SharedChecks,
	selections: Checks["selections"],
	work: SharedWork,
	settle: (test: number, row: Row | undefined) => void,
	lost: Map<number, string>,
	{ workers }: Shell,
): Crew[] {
	const crews: Crew[] = [];
	for (let thread = 1; workers !== undefined && thread < threads; thread++) {
		const task: CheckTask = { kind: "check", plan, selections, memory: work.memory, thread };
		const link = workers.start(task);
		const end = new Promise<void>((resolve) => {
			link.listen(
				(message) => {
					// Sent by the same build.
					for (const [test, row] of message as CheckedRows) settle(test, row);
				},
				(reason) => {
					const test = work.noted(thread);
					if (reason !== undefined && test !== undefined) lost.set(test, reason);
					resolve();
				},
			);
		});
		crews.push({ link, end });
	}
	return crews;
}

/** Waits until all threads are done; not for long if the run is to end, and not at all if nobody needs them. */
async function ended(crews: readonly Crew[], work: SharedWork, isOver: () => boolean): Promise<void> {
	if (isOver()) return;
	const all = Promise.all(crews.map(({ end }) => end));
	let timer: NodeJS.Timeout | undefined;
	let grace: NodeJS.Timeout | undefined;
	const over = new Promise<void>((resolve) => {
		timer = setInterval(() => {
			if (isOver()) resolve();
			else if (work.isEnded()) grace ??= setTimeout(resolve, GRACE);
		}, LOOK);
	});
	await Promise.race([all, over]);
	clearInterval(timer);
	clearTimeout(grace);
}
