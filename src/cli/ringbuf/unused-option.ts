/** Options that none but `ringlit ringbuf` itself has a use for. */
const OF_THE_CHECK = ["print", "list", "jobs", "maxMemory", "checkpoint", "checkpointEvery", "resume"];

/** By the name of a command below `ringlit ringbuf`, options of the latter that it has no use for. */
const UNUSED: ReadonlyMap<string, ReadonlySet<string>> = new Map([
	["explain", new Set([...OF_THE_CHECK, "format"])],
	["audit", new Set([...OF_THE_CHECK, "symmetry"])],
	["diff", new Set([...OF_THE_CHECK, "with"])],
]);

/** Commands that bring their own configurations, and the options that say something to them nevertheless. */
const OWN_CONFIGURATIONS: ReadonlySet<string> = new Set(["scenario", "questions"]);
const ALWAYS_USED: ReadonlySet<string> = new Set(["timeout", "color"]);

/**
 * The first of some options of `ringlit ringbuf` that a command below it has no use for; undefined if there is none. To pass
 * over one would let a user believe that it was followed.
 * @param command the command's name: "audit"
 * @param given names of the options' attributes: "maxMemory"
 */
export function unusedOption(command: string, given: readonly string[]): string | undefined {
	return OWN_CONFIGURATIONS.has(command)
		? given.find((name) => !ALWAYS_USED.has(name))
		: given.find((name) => UNUSED.get(command)?.has(name));
}
