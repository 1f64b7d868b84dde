import type { CheckState } from "../../checker/sharing/check-state.ts";
import { gather } from "../../checker/sharing/gather.ts";
import { informed, type PartedSearch } from "../../checker/sharing/parted-search.ts";
import { startCheck } from "../../checker/start-check.ts";
import type { Limit } from "../../execution/verdict.ts";
import type { Shell } from "../shell.ts";
import { HeapWatch } from "./heap-watch.ts";
import type { StopWatch } from "./stop-watch.ts";
import type { LongSubject } from "./subject.ts";

/** Milliseconds of searching after which signals, time and memory are looked at. */
const SLICE = 50;

/** What a search came to, and why it ended before its end: nothing if it did not. */
export interface Stretch {
	readonly search: PartedSearch;
	readonly limits: readonly Limit[];
}

/** How long a stretch of search may be, and who is told of it. */
export interface StretchBounds {
	/** Milliseconds after which it ends without a limit though parts are open. */
	readonly most: number;
	readonly megabytes: number | undefined;
	readonly watch: StopWatch;
	/** Is told where the search stands when that is due. */
	readonly note: (search: PartedSearch) => void;
}

/** Goes on with a search in this thread, one part after the other. */
export async function searchAlone(
	{ program, model, options }: LongSubject,
	from: PartedSearch,
	{ most, megabytes, watch, note }: StretchBounds,
	shell: Shell,
): Promise<Stretch> {
	const run = startCheck(program, model, options);
	const memory = new HeapWatch(megabytes);
	const until = shell.now() + most;
	let { done } = from;
	const waiting = [...from.open];
	for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
		run.takeOn(informed(part, done));
		const standing = (): PartedSearch => ({ done, open: [run.save(), ...waiting] });
		while (!run.advance(SLICE)) {
			await shell.pause();
			const reason = watch.reason() ?? (memory.isFull() ? "memory" : undefined);
			if (reason !== undefined || shell.now() >= until)
				return { search: standing(), limits: reason === undefined ? [] : [reason] };
			if (watch.isDue()) note(standing());
		}
		const ended: CheckState = run.save();
		if (ended.frames.length > 0) return { search: standing(), limits: ["decided"] };
		done = gather([done, ended]);
	}
	return { search: { done, open: [] }, limits: [] };
}
