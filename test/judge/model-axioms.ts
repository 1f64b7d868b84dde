import type { Model } from "../../src/cat/model.ts";
import type { Axioms } from "./axioms.ts";
import { freeCellWitnesses } from "./free-cell-witnesses.ts";
import { suppliedBy } from "./model-bases.ts";
import { ModelEvaluator } from "./model-evaluator.ts";

/** Any model of the cat language as the judge uses it: its axioms are evaluated on everything. */
export function modelAxioms(model: Model): Axioms {
	const axioms = model.axioms.filter(({ flag }) => !flag);
	const flags = model.axioms.filter(({ flag }) => flag);
	return {
		cellWitnesses: freeCellWitnesses,
		on: (candidate) => {
			const evaluator = new ModelEvaluator(suppliedBy(candidate));
			return ({ rf, co }) => {
				evaluator.look(rf, co);
				if (!axioms.every((axiom) => evaluator.meets(axiom))) return undefined;
				return flags.filter((flag) => evaluator.meets(flag)).map(({ name }) => name);
			};
		},
	};
}
