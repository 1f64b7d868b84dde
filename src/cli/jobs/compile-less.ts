import { versions } from "node:process";
import { setFlagsFromString } from "node:v8";

/** Bytes of bytecode that a function runs through before the engine compiles it with all its might: many times the usual. */
const BUDGET = 1_000_000;
/** The engine's versions that are known to have the options; others would complain on standard error. */
const [OLDEST, NEWEST] = [11, 13];

/**
 * Makes the engine compile only what runs for long, in all threads of the process. Compilation goes on beside the thread that runs: where
 * that thread is alone it costs nothing, but where every core has one it is a quarter of all work, and done in each thread anew. So with
 * garbage, which a thread then collects for itself, without helpers that have no core.
 */
export function compileLess(): void {
	const version = Number.parseInt(versions.v8, 10);
	if (version < OLDEST || version > NEWEST) return;
	setFlagsFromString(`--interrupt-budget=${BUDGET}`);
	setFlagsFromString("--no-parallel-scavenge");
}
