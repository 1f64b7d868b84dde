import type { BaseRelations } from "./base-relations.ts";
import type { Fences } from "./lkmm-fences.ts";
import type { ModelSets } from "./lkmm-sets.ts";
import { Matrix } from "./matrix.ts";

/** The relations whose cycles the model forbids, and those that races are judged by. */
export interface Order {
	readonly hb: Matrix;
	readonly pb: Matrix;
	readonly rb: Matrix;
	readonly cumulFence: Matrix;
	readonly rmwSequence: Matrix;
	/** With RCU's own fences. */
	readonly fence: Matrix;
	readonly strongFence: Matrix;
}

/** Source: the Linux-kernel memory model, from dependencies to `rb`. */
export function order(base: BaseRelations, sets: ModelSets, fences: Fences, rf: Matrix, co: Matrix): Order {
	const { int, ext, po, tagged, all, writes, reads, loc } = base;
	const { on } = sets;
	const marked = on(sets.marked);
	const inW = on(writes);
	const rfe = rf.and(ext);
	const rfi = rf.and(int);

	const carry = base.data.sequence(on(all & ~tagged("Srcu-unlock")), rfi).star();
	const addr = carry.sequence(base.addr);
	const data = carry.sequence(base.data);
	const ctrl = carry.sequence(base.ctrl);

	const overwrite = co.or(rf.inverse().sequence(co));
	const dep = addr.or(data);
	const toW = dep
		.or(ctrl)
		.sequence(inW)
		.or(overwrite.and(int), addr.sequence(on(sets.plain), fences.wmb));
	const toR = addr.sequence(on(reads)).or(dep.sequence(marked, rfi));
	const ppo = toR.or(toW, fences.fence.and(int), fences.unlockLock.and(int));

	const rmwSequence = rf.sequence(base.rmw).star();
	const cumulative = rfe.sequence(marked).optional();
	const cumulFence = marked.sequence(
		cumulative.sequence(fences.strongFence.or(fences.poRel)).or(fences.wmb, fences.unlockLock),
		marked,
		rmwSequence,
	);
	const prop = marked.sequence(
		overwrite.and(ext).optional(),
		cumulFence.star(),
		marked,
		rfe.optional(),
		marked,
	);
	const identity = on(all);
	const hb = marked.sequence(ppo.or(rfe, prop.minus(identity).and(int)), marked);
	const pb = prop.sequence(fences.strongFence, hb.star(), marked);

	const link = po.optional().sequence(hb.star(), pb.star(), prop, po);
	const rcuFence = po.sequence(
		rcuOrder(
			on(tagged("Sync-rcu")),
			on(tagged("Sync-srcu")),
			sets.rcuRscs.inverse(),
			srcuSections(base, rf).inverse(),
			link,
			loc,
		),
		po.optional(),
	);
	return {
		hb,
		pb,
		rb: prop.sequence(rcuFence, hb.star(), pb.star(), marked),
		cumulFence,
		rmwSequence,
		fence: fences.fence.or(rcuFence),
		strongFence: fences.strongFence.or(rcuFence),
	};
}

/** Read-side critical sections of SRCU, from lock to unlock: the cookie's way through memory. */
export function srcuSections(base: BaseRelations, rf: Matrix): Matrix {
	const { size, all, tagged, data, loc } = base;
	const on = (set: number): Matrix => Matrix.on(size, set);
	const carry = data.sequence(on(all & ~tagged("Srcu-unlock")), rf).star();
	return on(tagged("Srcu-lock"))
		.sequence(carry, data, on(tagged("Srcu-unlock")))
		.and(loc);
}

/** The least relation of grace periods and critical sections that are forced into this order. */
function rcuOrder(gpR: Matrix, gpS: Matrix, csR: Matrix, csS: Matrix, link: Matrix, loc: Matrix): Matrix {
	for (let known = gpR.or(gpS); ; ) {
		const through = link.sequence(known, link);
		const next = known.or(
			gpR.sequence(link, csR),
			gpS.sequence(link, csS).and(loc),
			csR.sequence(link, gpR),
			csS.sequence(link, gpS).and(loc),
			gpR.sequence(through, csR),
			gpS.sequence(through, csS).and(loc),
			csR.sequence(through, gpR),
			csS.sequence(through, gpS).and(loc),
			known.sequence(link, known),
		);
		if (next.equals(known)) return known;
		known = next;
	}
}
