import type { BaseRelations } from "./base-relations.ts";
import type { ModelSets } from "./lkmm-sets.ts";
import type { Matrix } from "./matrix.ts";

/** The orderings that fences and locks give, before RCU's own. */
export interface Fences {
	readonly poRel: Matrix;
	readonly acqPo: Matrix;
	readonly rmb: Matrix;
	readonly wmb: Matrix;
	readonly unlockLock: Matrix;
	readonly strongFence: Matrix;
	readonly nonrwFence: Matrix;
	readonly fence: Matrix;
	/** What keeps the compiler from moving accesses. */
	readonly barrier: Matrix;
}

/** Source: the Linux-kernel memory model; `rf` enters through the hand-over of locks. */
export function fences(base: BaseRelations, sets: ModelSets, rf: Matrix): Fences {
	const { po, reads, writes, tagged } = base;
	const { on, fencerel, m, mb, acquire, release, noreturn, rmwEvents } = sets;
	const inM = on(m);
	const acqPo = on(acquire).sequence(po, inM);
	const poRel = inM.sequence(po, on(release));
	const r4rmb = on(reads & ~noreturn);
	const rmb = r4rmb.sequence(fencerel(tagged("Rmb")), r4rmb);
	const wmb = on(writes).sequence(fencerel(tagged("Wmb")), on(writes));
	const unlockLock = po.sequence(on(tagged("UL")), po.or(rf), on(tagged("LKR")), po);
	const full = inM
		.sequence(fencerel(mb), inM)
		.or(
			inM.sequence(po, on(mb & reads)),
			on(mb & writes).sequence(po, inM),
			inM.sequence(fencerel(tagged("Before-atomic")), on(rmwEvents), po.optional(), inM),
			inM.sequence(po.optional(), on(rmwEvents), fencerel(tagged("After-atomic")), inM),
			inM.sequence(po.optional(), on(tagged("LKW")), fencerel(tagged("After-spinlock")), inM),
			inM.sequence(unlockLock, on(tagged("After-unlock-lock")), po, inM),
			inM.sequence(po.optional(), on(tagged("Srcu-unlock")), fencerel(tagged("After-srcu-read-unlock")), inM),
		);
	const gp = po.sequence(on(tagged("Sync-rcu", "Sync-srcu")), po.optional());
	const strongFence = full.or(gp);
	const nonrwFence = strongFence.or(poRel, acqPo);
	const barrier = fencerel(
		mb |
			acquire |
			release |
			tagged(
				"Barrier",
				"Rmb",
				"Wmb",
				"Sync-rcu",
				"Sync-srcu",
				"Before-atomic",
				"After-atomic",
				"Rcu-lock",
				"Rcu-unlock",
				"Srcu-lock",
				"Srcu-unlock",
			),
	).or(po.sequence(on(release)), on(acquire).sequence(po));
	const fence = nonrwFence.or(wmb, rmb);
	return { poRel, acqPo, rmb, wmb, unlockLock, strongFence, nonrwFence, fence, barrier };
}
