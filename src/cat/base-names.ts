import { STRUCTURAL_SETS } from "../execution/structural-sets.ts";

/** The relations that an execution supplies; all others are defined from them. */
export const baseRelations: readonly string[] = [
	"po",
	"rf",
	"co",
	"addr",
	"data",
	"ctrl",
	"rmw",
	"loc",
	"int",
	"ext",
	"id",
	"same-value",
];

/** The sets that an execution supplies: kinds of events, then the tags that events can carry. */
export const baseSets: readonly string[] = [
	...STRUCTURAL_SETS,
	"ONCE",
	"ACQUIRE",
	"RELEASE",
	"MB",
	"NORETURN",
	"Mb",
	"Rmb",
	"Wmb",
	"Before-atomic",
	"After-atomic",
	"After-spinlock",
	"After-unlock-lock",
	"After-srcu-read-unlock",
	"Barrier",
	"Rcu-lock",
	"Rcu-unlock",
	"Sync-rcu",
	"Srcu-lock",
	"Srcu-unlock",
	"Sync-srcu",
];
