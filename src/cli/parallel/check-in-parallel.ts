import type { PartedSearch } from "../../checker/sharing/parted-search.ts";
import type { Limit } from "../../execution/verdict.ts";
import type { Stretch, StretchBounds } from "../long-run/search-alone.ts";
import type { LongSubject } from "../long-run/subject.ts";
import { Crew } from "./crew.ts";
import { exploreHere } from "./explore-here.ts";
import { exploreInThread } from "./explore-in-thread.ts";
import type { Explorer, Listener } from "./explorer.ts";
import type { Job } from "./job.ts";

/** Milliseconds between two looks at signals and the clock. */
const LOOK = 50;
/** Milliseconds that threads are given to say where they stand when the search stops. */
const LAST_WORDS = 3000;

/**
 * Goes on with a search in several threads, of which this one is one.
 * @returns where the search stands then, and why it ended before its end: nothing if it did not
 * @throws what went wrong in a thread
 */
export async function checkInParallel(
	subject: LongSubject,
	jobs: number,
	from: PartedSearch,
	{ megabytes, watch, note }: Omit<StretchBounds, "most">,
): Promise<Stretch> {
	const { program, configuration, model, options } = subject;
	const asked = program.properties?.length ?? 0;
	const stops = options.stopWhenDecided === true && program.proposition.kind === "true" && asked > 0;
	const job: Job = {
		source: configuration === undefined ? { kind: "program", program } : { kind: "ring", configuration },
		model,
		options,
		...(megabytes !== undefined && { megabytes: megabytes / jobs }),
	};
	const here = (listener: Listener): Explorer => exploreHere(program, job, listener);
	const inThread = (listener: Listener): Explorer => exploreInThread(job, listener);
	const crew = new Crew(
		[here, ...Array.from({ length: jobs - 1 }, () => inThread)],
		from,
		(states) =>
			stops &&
			new Set(states.flatMap(({ tally }) => tally.properties.map(({ index }) => index))).size === asked,
	);
	let isToNote = false;
	const look = setInterval(() => {
		const reason = watch.reason();
		if (reason !== undefined) crew.stop([reason]);
		else if (isToNote && crew.hasHeard) {
			isToNote = false;
			note(crew.search);
		} else if (!isToNote && watch.isDue()) {
			isToNote = true;
			crew.ask();
		}
	}, LOOK);
	try {
		const limits: readonly Limit[] = await crew.run();
		if (limits.length > 0) await lastWords(crew);
		return { search: crew.search, limits };
	} finally {
		clearInterval(look);
		await crew.close();
	}
}

/** Waits until all threads have said where they stand, or for a while. */
async function lastWords(crew: Crew): Promise<void> {
	crew.ask();
	const until = performance.now() + LAST_WORDS;
	while (!crew.hasHeard && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 5));
}
