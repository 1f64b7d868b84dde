/** How strong an access, a fence or a lock is. `once` is also what a relaxed read-modify-write is. */
export type Level =
	| "plain"
	| "once"
	| "acquire"
	| "release"
	/** Acquires with its read and releases with its write. */
	| "acq-rel"
	| "full"
	| "none"
	| "rmb"
	| "wmb"
	| "mb"
	/** A fence that has nothing between itself and none: smp_mb__after_atomic(), barrier(). */
	| "fence"
	| "lock"
	/** What depends on a load. */
	| "dependency";

/** What a level does, a letter for each; one level is stronger than another if it does all of that and more. */
const POWERS: Readonly<Record<Level, string>> = {
	plain: "",
	once: "o",
	acquire: "oa",
	release: "or",
	"acq-rel": "oar",
	full: "oarf",
	none: "",
	rmb: "R",
	wmb: "W",
	mb: "RWf",
	fence: "x",
	lock: "x",
	dependency: "x",
};

/** Whether the one does all that the other does. */
export function isAtLeast(one: Level, other: Level): boolean {
	return [...POWERS[other]].every((power) => POWERS[one].includes(power));
}

/** The strongest of some levels that is no stronger than any of two. */
export function meet(one: Level, other: Level, among: readonly Level[]): Level {
	const below = among.filter((level) => isAtLeast(one, level) && isAtLeast(other, level));
	return below.reduce((best, level) => (isAtLeast(level, best) ? level : best));
}

/** The weakest of some levels that is no weaker than any of two; one of the two where there is none. */
export function join(one: Level, other: Level, among: readonly Level[]): Level {
	const above = among.filter((level) => isAtLeast(level, one) && isAtLeast(level, other));
	return above.length === 0 ? one : above.reduce((best, level) => (isAtLeast(best, level) ? level : best));
}
