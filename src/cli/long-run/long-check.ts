import { type PartedSearch, WHOLE } from "../../checker/sharing/parted-search.ts";
import { verdictOfParts } from "../../checker/sharing/verdict-of-parts.ts";
import type { Verdict } from "../../execution/verdict.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { formatDiagnostic } from "../../source/format-diagnostic.ts";
import { checkpointOfInterpreted } from "../../source/messages-long-runs.ts";
import type { Result } from "../../source/result.ts";
import type { Shell } from "../shell.ts";
import { readCheckpoint, writeCheckpoint } from "./checkpoint-file.ts";
import { type Identity, identityOf } from "./identity-of.ts";
import type { LongRunOptions } from "./long-run-options.ts";
import { searchAlone } from "./search-alone.ts";
import { StopWatch } from "./stop-watch.ts";
import type { LongSubject } from "./subject.ts";
import { threadsFor } from "./threads-for.ts";

/** Seconds between two checkpoints. */
export const CHECKPOINT_EVERY = 5;
/** Milliseconds of searching before threads are started: most searches have ended by then, each time on the same way. */
const ALONE_FIRST = 1000;
/** The same where it was asked for threads. */
const ALONE_FIRST_IF_ASKED = 250;

/**
 * Checks a program with all that long searches need: threads, a bound on memory, a file that says where it stands.
 * A checkpoint that cannot be written is told once on standard error, and the search goes on.
 * @returns the verdict, or what is wrong with the checkpoint that is to be gone on from
 */
export async function longCheck(
	subject: LongSubject,
	options: LongRunOptions,
	shell: Shell,
): Promise<Result<Verdict>> {
	const { program, model, options: bounds } = subject;
	const { checkpoint, resume, maxMemory: megabytes, timeout } = options;
	const jobs = threadsFor(options, shell);
	const isKept = checkpoint !== undefined || resume !== undefined;
	if (isKept && model.interpret !== undefined)
		return { ok: false, diagnostics: [checkpointOfInterpreted(subject.modelName)] };
	const identity = isKept ? identityOf(subject) : undefined;
	let search = WHOLE;
	if (resume !== undefined && identity !== undefined) {
		const read = readCheckpoint(resume, identity, shell.files);
		if (!read.ok) return read;
		search = read.value;
	}
	if (checkpoint !== undefined && identity !== undefined) {
		// That it cannot be written is better known now than in an hour.
		const fault = writeCheckpoint(checkpoint, identity, search, shell.files);
		if (fault !== undefined) return { ok: false, diagnostics: [fault] };
	}
	const note = noteTo(checkpoint, identity, shell);
	const watch = new StopWatch(timeout, options.checkpointEvery ?? CHECKPOINT_EVERY, shell);
	// A model that is interpreted is more than data, and cannot be sent to a thread.
	const isParallel = jobs > 1 && model.interpret === undefined;
	const alone = options.jobs === undefined ? ALONE_FIRST : ALONE_FIRST_IF_ASKED;
	const most = isParallel ? alone : Number.POSITIVE_INFINITY;
	let stretch = await searchAlone(subject, search, { most, megabytes, watch, note }, shell);
	if (isParallel && stretch.search.open.length > 0 && stretch.limits.length === 0) {
		const { checkInParallel } = await import("../parallel/check-in-parallel.ts");
		stretch = await checkInParallel(subject, jobs, stretch.search, { megabytes, watch, note });
	}
	note(stretch.search);
	const verdict = verdictOfParts(program, model, bounds, stretch.search, stretch.limits);
	return { ok: true, value: verdict, warnings: [] };
}

/** What writes searches down: nothing where that is not asked for. */
function noteTo(
	path: string | undefined,
	identity: Identity | undefined,
	shell: Shell,
): (search: PartedSearch) => void {
	if (path === undefined || identity === undefined) return () => {};
	let told: Diagnostic | undefined;
	return (search) => {
		const fault = writeCheckpoint(path, identity, search, shell.files);
		if (fault !== undefined && told === undefined) shell.writeError(`${formatDiagnostic(fault)}\n`);
		told = fault;
	};
}
