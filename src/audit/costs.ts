import type { Level } from "./level.ts";
import type { Site } from "./site.ts";

/** Whose machine code is paid for. */
export type Machine = "x86" | "arm64" | "none";

/** What an ordering costs on a machine, by what it is. */
type Costs = Readonly<Record<Site["kind"], Partial<Record<Level, number>>>>;

// Ranks, not times: which of two forms is the cheaper one, roughly by how much. A marked access counts 1 everywhere, for what the compiler
// may not do with it.
const MARKED = { plain: 0, once: 1 };

const COSTS: Readonly<Record<Machine, Costs>> = {
	// Loads acquire, stores release, and read and write barriers are none; what is locked is a full barrier, whatever its name says.
	x86: {
		load: { ...MARKED, acquire: 1 },
		store: { ...MARKED, release: 1 },
		update: { once: 20, acquire: 20, release: 20, "acq-rel": 20, full: 20 },
		fence: { none: 0, rmb: 1, wmb: 1, mb: 20, fence: 1 },
		lock: { none: 0, lock: 40 },
		dependency: {},
	},
	// ldar, stlr, dmb ishld, dmb ishst, dmb ish; an atomic that is a full barrier ends with a dmb ish.
	arm64: {
		load: { ...MARKED, acquire: 4 },
		store: { ...MARKED, release: 5 },
		update: { once: 10, acquire: 12, release: 13, "acq-rel": 15, full: 30 },
		fence: { none: 0, rmb: 8, wmb: 8, mb: 20, fence: 20 },
		lock: { none: 0, lock: 30 },
		dependency: {},
	},
	// A machine without reordering: only the compiler is held back.
	none: {
		load: { ...MARKED, acquire: 1 },
		store: { ...MARKED, release: 1 },
		update: { once: 10, acquire: 10, release: 10, "acq-rel": 10, full: 10 },
		fence: { none: 0, rmb: 1, wmb: 1, mb: 1, fence: 1 },
		lock: { none: 0, lock: 20 },
		dependency: {},
	},
};

/** The machine whose costs count under a model: that of `tso` is x86, `sc` has none, and all others are taken for the arm64 that they allow. */
export function machineOf(model: string): Machine {
	if (model === "tso" || model === "x86") return "x86";
	return model === "sc" ? "none" : "arm64";
}

/** What a level of an ordering costs on a machine, in ranks that can be added up. */
export function costOf(machine: Machine, kind: Site["kind"], level: Level): number {
	return COSTS[machine][kind][level] ?? 0;
}
