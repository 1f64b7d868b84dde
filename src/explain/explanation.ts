import type { Model, ModelNode } from "../cat/model.ts";
import type { Execution } from "../execution/execution.ts";
import { Derivations } from "./derivations.ts";
import { EdgeWording } from "./edge-wording.ts";
import type { EventEdge } from "./event-cycle.ts";
import { leavesOf } from "./leaf-of.ts";
import { evaluateModel, type ModelExtents } from "./model-extents.ts";

/** What can be said of one execution in the terms of a model. What is derived once is kept. */
export class Explanation {
	readonly model: Model;
	readonly extents: ModelExtents;
	readonly derivations: Derivations;
	readonly wording: EdgeWording;

	constructor(execution: Execution, model: Model) {
		this.model = model;
		this.extents = evaluateModel(execution);
		const leafOf = leavesOf(model);
		this.derivations = new Derivations(this.extents, leafOf);
		this.wording = new EdgeWording(model, this.extents, leafOf);
	}

	/** A pair of a relation, down to as few base edges as possible; undefined if the pair is not in the relation. */
	explainEdge(node: ModelNode, from: number, to: number): EventEdge | undefined {
		const derivation = this.derivations.of(node, from, to);
		return derivation && this.wording.edge(derivation);
	}
}
