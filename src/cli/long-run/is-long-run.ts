import type { Shell } from "../shell.ts";
import type { LongRunOptions } from "./long-run-options.ts";
import { threadsFor } from "./threads-for.ts";

/** Whether a search may do anything that a plain one does not. */
export function isLongRun(options: LongRunOptions, shell: Pick<Shell, "workers">): boolean {
	const { maxMemory, checkpoint, resume } = options;
	const isAsked = [maxMemory, checkpoint, resume].some((option) => option !== undefined);
	return isAsked || threadsFor(options, shell) > 1;
}
