import type { BaseRelations } from "./base-relations.ts";
import type { Candidate } from "./candidate.ts";
import { equal } from "./evaluate.ts";
import { srcuSections } from "./lkmm-order.ts";
import type { ModelSets } from "./lkmm-sets.ts";
import type { Mask, Matrix } from "./matrix.ts";

const LOCK_TAGS: readonly string[] = ["LKR", "LKW", "UL", "LF", "RL", "RU"];

/**
 * The flags for wrong uses of RCU, SRCU and locks that one execution raises.
 * Source: the Linux-kernel memory model.
 */
export function misuseFlags(
	candidate: Candidate,
	base: BaseRelations,
	sets: ModelSets,
	rf: Matrix,
): readonly string[] {
	const { po, poLoc, loc, all, tagged, data, int } = base;
	const { on, rcuRscs } = sets;
	const flags: string[] = [];
	const flag = (name: string, raised: boolean): void => {
		if (raised) flags.push(name);
	};
	const rscs = srcuSections(base, rf);
	flag("unmatched-rcu-lock", (tagged("Rcu-lock") & ~rcuRscs.domain()) !== 0);
	flag("unmatched-rcu-unlock", (tagged("Rcu-unlock") & ~rcuRscs.range()) !== 0);
	flag("unmatched-srcu-lock", (tagged("Srcu-lock") & ~rscs.domain()) !== 0);
	flag("unmatched-srcu-unlock", (tagged("Srcu-unlock") & ~rscs.range()) !== 0);
	flag("multiple-srcu-matches", !rscs.inverse().sequence(rscs).minus(on(all)).isEmpty());
	flag("invalid-sleep", !rcuRscs.and(po.sequence(on(tagged("Sync-srcu")), po)).isEmpty());
	flag(
		"srcu-bad-value-match",
		pairs(rscs).some(([from, to]) => !sameValue(candidate, from, to)),
	);

	const srcuLock = on(tagged("Srcu-lock"));
	const stored = on(all & ~tagged("Srcu-unlock"));
	const carrySrcu = data.sequence(stored, rf).star();
	const pass = carrySrcu.sequence(data);
	const ends: Mask = pass.sequence(on(tagged("Srcu-unlock"))).domain();
	flag("suspicious-srcu-cookie-use", !srcuLock.sequence(pass, rf, on(all & ~ends)).isEmpty());
	const carry = data.sequence(stored, rf.and(int)).star();
	flag("illegal-srcu-cookie-ctrl", !srcuLock.sequence(carrySrcu, carry, base.ctrl).isEmpty());
	flag("illegal-srcu-cookie-addr", !srcuLock.sequence(carrySrcu, carry, base.addr).isEmpty());

	const lockEvents = tagged(...LOCK_TAGS);
	const ordinary = sets.m & ~sets.iw & ~lockEvents;
	flag("mixed-lock-accesses", !on(ordinary).sequence(loc, on(lockEvents)).isEmpty());
	const lkw = on(tagged("LKW"));
	const ul = on(tagged("UL"));
	const crit = lkw.sequence(poLoc, ul).minus(poLoc.sequence(on(tagged("LKW", "UL")), poLoc));
	flag("unmatched-unlock", (tagged("UL") & ~crit.range()) !== 0);
	return flags;
}

function pairs(relation: Matrix): readonly (readonly [number, number])[] {
	return relation.rows.flatMap((_, from) =>
		relation.rows.flatMap((__, to) => (relation.has(from, to) ? [[from, to] as const] : [])),
	);
}

function sameValue({ events }: Candidate, left: number, right: number): boolean {
	const a = events[left].value;
	const b = events[right].value;
	return a !== undefined && b !== undefined && equal(a, b);
}
