import type { Model, ModelNode } from "../cat/model.ts";

/** Definitions that everyone knows, and that are not taken apart even where a model makes them of something. */
const KNOWN: ReadonlySet<string> = new Set(["rf", "co", "fr", "po-loc"]);

/** The text by which a node that no derivation takes apart goes, such as `fr`; undefined for one that it does. */
export type LeafOf = (node: ModelNode) => string | undefined;

/** Tells which relations of a model are taken for base relations: what an execution supplies, `fr` and `po-loc`. */
export function leavesOf(model: Model): LeafOf {
	const known = new Map<ModelNode, string>();
	for (const name of KNOWN) {
		const node = model.definitions.get(name);
		if (node?.sort === "relation" && node.op !== "empty") known.set(node, name);
	}
	return (node) => (node.op === "base" && node.sort === "relation" ? node.name : known.get(node));
}
