import type { Candidate } from "./candidate.ts";
import type { CellView, CellWitness } from "./cell-witnesses.ts";
import type { Witness } from "./witnesses.ts";

/** A memory model as the judge uses it. */
export interface Axioms {
	/**
	 * The choices of rf and co of one cell that are worth a look, all that the axioms may allow; undefined
	 * where there are too many.
	 */
	readonly cellWitnesses: (view: CellView) => readonly CellWitness[] | undefined;
	/**
	 * Holds witnesses of a candidate against the axioms: gives the flags that one raises, or undefined if
	 * it breaks an axiom.
	 */
	readonly on: (candidate: Candidate) => (witness: Witness) => readonly string[] | undefined;
}
