import type { Axioms } from "./axioms.ts";
import { type BaseRelations, baseRelations } from "./base-relations.ts";
import { cellWitnesses } from "./cell-witnesses.ts";
import { fences } from "./lkmm-fences.ts";
import { misuseFlags } from "./lkmm-misuse.ts";
import { order } from "./lkmm-order.ts";
import { races } from "./lkmm-races.ts";
import { modelSets } from "./lkmm-sets.ts";
import { Matrix } from "./matrix.ts";

/** The Linux-kernel memory model as it is written in `lkmm-*.ts`. */
export const lkmmAxioms: Axioms = {
	cellWitnesses,
	on: (candidate) => {
		const base = baseRelations(candidate);
		const sets = modelSets(base);
		return ({ rf, co }) => {
			if (seesOwnUnlock(base)) return undefined;
			const fenced = fences(base, sets, rf);
			const ordered = order(base, sets, fenced, rf, co);
			if (!ordered.hb.isAcyclic() || !ordered.pb.isAcyclic() || !ordered.rb.isIrreflexive()) return undefined;
			const raced = races(base, sets, fenced, ordered, rf, co);
			if (!raced.plainCoherence) return undefined;
			const flags = [...misuseFlags(candidate, base, sets, rf)];
			if (raced.dataRace) flags.push("data-race");
			if (raced.mixedAccesses) flags.push("mixed-accesses");
			return flags;
		};
	},
};

/** Whether a thread that has given a lock back is told that it is free, which the reference never does. */
function seesOwnUnlock({ size, tagged, poLoc }: BaseRelations): boolean {
	const on = (tag: string): Matrix => Matrix.on(size, tagged(tag));
	return !on("UL").sequence(poLoc, on("RU")).isEmpty();
}
