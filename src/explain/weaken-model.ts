import type { Axiom, Model } from "../cat/model.ts";

const known = new WeakMap<Model, Map<string, Model>>();

/** The axioms that forbid executions, without those that others imply. */
export function forbiddingAxioms(model: Model): readonly Axiom[] {
	return model.axioms.filter(({ flag, isImplied }) => !flag && isImplied !== true);
}

/**
 * A model without some of its axioms and what they imply, and without flags. Kept as long as the model is, so that what is prepared for
 * one test serves the next. Without all of its axioms it also forgets what it says beyond them.
 */
export function weakenModel(model: Model, dropped: readonly Axiom[]): Model {
	let byDropped = known.get(model);
	if (byDropped === undefined) {
		byDropped = new Map();
		known.set(model, byDropped);
	}
	const key = dropped.map((axiom) => model.axioms.indexOf(axiom)).join();
	let weak = byDropped.get(key);
	if (weak === undefined) {
		const kept: Axiom[] = [];
		let isDropped = false;
		for (const axiom of model.axioms) {
			// What is implied stands behind what implies it.
			if (axiom.isImplied !== true) isDropped = dropped.includes(axiom);
			if (!isDropped && !axiom.flag) kept.push(axiom);
		}
		const { interpret, ...rest } = model;
		weak = { ...rest, axioms: kept, ...(interpret !== undefined && kept.length > 0 && { interpret }) };
		byDropped.set(key, weak);
	}
	return weak;
}
