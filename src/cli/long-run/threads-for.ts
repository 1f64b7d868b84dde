import type { Shell } from "../shell.ts";
import type { LongRunOptions } from "./long-run-options.ts";

/** How many threads a search may have. */
export function threadsFor(
	{ jobs }: Pick<LongRunOptions, "jobs">,
	{ workers }: Pick<Shell, "workers">,
): number {
	return jobs ?? workers?.cores ?? 1;
}
