import type { BaseRelations } from "./base-relations.ts";
import { type Mask, Matrix } from "./matrix.ts";

/** The sets and fence relations of the memory model that rf and co do not enter. */
export interface ModelSets {
	readonly m: Mask;
	readonly iw: Mask;
	readonly rmwEvents: Mask;
	readonly acquire: Mask;
	readonly release: Mask;
	readonly mb: Mask;
	readonly noreturn: Mask;
	readonly marked: Mask;
	readonly plain: Mask;
	/** The identity on a set. */
	readonly on: (set: Mask) => Matrix;
	/** From what is before an event of the set to what is after it. */
	readonly fencerel: (set: Mask) => Matrix;
	/** Read-side critical sections of RCU, from lock to unlock. */
	readonly rcuRscs: Matrix;
}

/** The names of everything that makes an access marked. */
const MARKED_TAGS: readonly string[] = [
	"IW",
	"ONCE",
	"ACQUIRE",
	"RELEASE",
	"MB",
	"NORETURN",
	"RMW",
	"LKR",
	"LKW",
	"UL",
	"LF",
	"RL",
	"RU",
	"Srcu-lock",
	"Srcu-unlock",
];

/** Source: the Linux-kernel memory model with read-modify-write barriers as tags on events. */
export function modelSets(base: BaseRelations): ModelSets {
	const { size, all, reads, writes, tagged, rmw, po } = base;
	const on = (set: Mask): Matrix => Matrix.on(size, set);
	const m = reads | writes;
	const failedRmw = tagged("RMW") & ~(rmw.domain() | rmw.range());
	const marked = (all & ~m) | tagged(...MARKED_TAGS);
	return {
		m,
		iw: tagged("IW"),
		rmwEvents: tagged("RMW"),
		acquire: (tagged("ACQUIRE") & ~writes & ~failedRmw) | tagged("LKR"),
		release: (tagged("RELEASE") & ~reads & ~failedRmw) | tagged("UL"),
		mb: (tagged("MB") & ~failedRmw) | tagged("Mb"),
		noreturn: tagged("NORETURN") & ~writes,
		marked,
		plain: m & ~marked,
		on,
		fencerel: (set) => po.sequence(on(set), po),
		rcuRscs: matchedRcu(base),
	};
}

/** Pairs each Rcu-unlock with the latest Rcu-lock before it in its thread that is still open. */
function matchedRcu({ size, all, tagged, int }: BaseRelations): Matrix {
	const pairs: [number, number][] = [];
	const locks = tagged("Rcu-lock");
	const unlocks = tagged("Rcu-unlock");
	let open: number[] = [];
	for (let event = 0; event < size && (all >> event) & 1; event++) {
		open = open.filter((lock) => int.has(lock, event));
		if ((locks >> event) & 1) open.push(event);
		if (!((unlocks >> event) & 1)) continue;
		const lock = open.pop();
		if (lock !== undefined) pairs.push([lock, event]);
	}
	return Matrix.where(size, (from, to) => pairs.some(([a, b]) => a === from && b === to));
}
