import type { BaseRelations } from "./base-relations.ts";
import type { Fences } from "./lkmm-fences.ts";
import type { Order } from "./lkmm-order.ts";
import type { ModelSets } from "./lkmm-sets.ts";
import { Matrix } from "./matrix.ts";

/** What the model says of an execution's plain accesses. */
export interface Races {
	/** Whether the compiler's view of plain accesses rules the execution out. */
	readonly plainCoherence: boolean;
	readonly dataRace: boolean;
	readonly mixedAccesses: boolean;
}

/** Source: the Linux-kernel memory model's part on plain accesses. */
export function races(
	base: BaseRelations,
	sets: ModelSets,
	fences: Fences,
	order: Order,
	rf: Matrix,
	co: Matrix,
): Races {
	const { size, int, ext, reads, all, tagged } = base;
	const { on, fencerel, m, iw, noreturn } = sets;
	const marked = on(sets.marked);
	const { fence, strongFence, cumulFence, rmwSequence } = order;
	const addr = carriedAddress(base, rf);
	const fr = rf.inverse().sequence(co);

	const xb = order.hb.or(order.pb, order.rb).star();
	const vis = cumulFence
		.star()
		.sequence(rf.and(ext).optional(), marked, strongFence.sequence(marked, xb).or(xb.and(int)));
	const rmbFence = fencerel(tagged("Rmb"));
	const r4rmb = on(reads & ~noreturn);
	const returning = on(all & ~noreturn);
	const wPre = marked.sequence(addr.or(fence).optional());
	const rPre = marked.sequence(addr.or(fences.nonrwFence, r4rmb.sequence(rmbFence, returning)).optional());
	const wPost = fence.optional().sequence(marked, rmwSequence);
	const rPost = fences.nonrwFence.or(returning.sequence(rmbFence, r4rmb)).optional().sequence(marked);
	const wwVis = fence.or(strongFence.sequence(xb, wPre), wPost.sequence(vis, wPre));
	const wrVis = fence.or(strongFence.sequence(xb, rPre), wPost.sequence(vis, rPre));
	const rwXb = fence.or(rPost.sequence(xb, wPre));

	const preRace = ext.and(Matrix.product(size, sets.plain, m).or(Matrix.product(size, m & ~iw, sets.plain)));
	const broken = rf.and(rwXb.inverse()).or(fr.and(wrVis.inverse()), co.and(wwVis.inverse()));
	const markedToWrite = Matrix.product(size, sets.marked, base.writes);
	const writeToMarked = Matrix.product(size, base.writes, sets.marked);
	const wwNonrace = wwVis.and(markedToWrite.or(rwXb)).and(writeToMarked.or(wrVis));
	const race = preRace
		.and(co)
		.minus(wwNonrace)
		.or(
			preRace.and(co.optional().sequence(rf)).minus(wrVis).minus(rwXb.inverse()),
			preRace.and(fr).minus(rwXb),
		);
	const unfenced = base.poLoc.minus(fences.barrier);
	const plainWrites = on(sets.plain & base.writes);
	return {
		plainCoherence: preRace.and(broken).isEmpty(),
		dataRace: !race.isEmpty(),
		mixedAccesses: !plainWrites
			.sequence(unfenced, marked)
			.or(marked.sequence(unfenced, plainWrites))
			.isEmpty(),
	};
}

function carriedAddress({ size, all, tagged, data, int, addr }: BaseRelations, rf: Matrix): Matrix {
	const stored = Matrix.on(size, all & ~tagged("Srcu-unlock"));
	return data.sequence(stored, rf.and(int)).star().sequence(addr);
}
