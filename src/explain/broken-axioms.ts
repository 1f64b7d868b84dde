import type { Axiom, Model, ModelNode } from "../cat/model.ts";
import type { Execution } from "../execution/execution.ts";
import type { Relation } from "../relation/relation.ts";
import type { EventCycle, EventEdge } from "./event-cycle.ts";
import { eventsOnCycles } from "./events-on-cycles.ts";
import { Explanation } from "./explanation.ts";
import { forbiddenPair } from "./forbidden-pair.ts";
import { shortestPaths } from "./shortest-paths.ts";

/**
 * The axioms of a model that an execution breaks, in the model's order, each with what breaks it by as few base edges as possible: a cycle, or
 * a pair that should not be. None of an execution that the model allows.
 */
export function brokenAxioms(execution: Execution, model: Model): EventCycle[] {
	const explanation = new Explanation(execution, model);
	const cycles: EventCycle[] = [];
	for (const axiom of model.axioms) {
		if (axiom.flag || axiom.isImplied) continue;
		const edges = breach(explanation, axiom);
		if (edges !== undefined) cycles.push({ axiom: axiom.name, test: axiom.test, edges });
	}
	return cycles;
}

/** What breaks an axiom, or undefined if nothing does. Of a negated axiom there is nothing to show: no edges. */
export function breach(explanation: Explanation, axiom: Axiom): readonly EventEdge[] | undefined {
	const found = offence(explanation, axiom);
	if (axiom.negated) return found === undefined ? [] : undefined;
	return found;
}

function offence(explanation: Explanation, { test, node }: Axiom): readonly EventEdge[] | undefined {
	if (node.sort === "set") return member(explanation, node);
	const relation = explanation.extents.relation(node);
	if (test === "empty") return forbiddenPair(explanation, node);
	return test === "acyclic" ? cycle(explanation, node, relation) : loop(explanation, node, relation);
}

function member({ extents, wording }: Explanation, node: ModelNode): readonly EventEdge[] | undefined {
	const set = extents.set(node);
	for (let event = 0; event < extents.size; event++)
		if (set.has(event)) {
			const part = { from: event, to: event, relation: `[${wording.text(node)}]` };
			const name = wording.nameOf(node);
			return [{ from: event, to: event, names: name === undefined ? [] : [name], parts: [part] }];
		}
	return undefined;
}

/** The cycle of the fewest base edges, and of those one of the fewest edges of the relation. */
function cycle(
	{ derivations, wording, extents }: Explanation,
	node: ModelNode,
	relation: Relation,
): readonly EventEdge[] | undefined {
	const closure: ModelNode & { op: "plus" } = { id: -1, sort: "relation", op: "plus", operand: node };
	const found = eventsOnCycles(relation, extents.size).flatMap(
		(event) =>
			shortestPaths(closure, event, false, (at) => derivations.row(node, at), event).get(event) ?? [],
	);
	if (found.length === 0) return undefined;
	const best = found.reduce((one, other) =>
		other.cost < one.cost || (other.cost === one.cost && other.parts.length < one.parts.length) ? other : one,
	);
	return best.parts.length === 1
		? wording.spread(best.parts[0])
		: best.parts.map((part) => wording.edge(part));
}

function loop(
	{ derivations, wording, extents }: Explanation,
	node: ModelNode,
	relation: Relation,
): readonly EventEdge[] | undefined {
	const found = [...Array(extents.size).keys()]
		.filter((event) => relation.has(event, event))
		.flatMap((event) => derivations.of(node, event, event) ?? []);
	if (found.length === 0) return undefined;
	return wording.spread(found.reduce((one, other) => (other.cost < one.cost ? other : one)));
}
