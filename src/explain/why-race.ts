import type { Axiom, Model, ModelNode } from "../cat/model.ts";
import type { Event } from "../execution/event.ts";
import type { Execution } from "../execution/execution.ts";
import type { Relation } from "../relation/relation.ts";
import type { Derivation } from "./derivation.ts";
import type { EventEdge } from "./event-cycle.ts";
import { eventsAfter } from "./events-after.ts";
import { Explanation } from "./explanation.ts";

/** How far what orders two events reaches: nothing leads on from the one to the other. */
export interface RaceGap {
	readonly from: number;
	readonly to: number;
	/** The last event that `from` is known to come before, on the way to `to`; `from` itself if there is none. */
	readonly reached: number;
	/** The first that is known to come before `to`; `to` itself if there is none. */
	readonly missing: number;
}

/** Two accesses that race in an execution. */
export interface WhyRace {
	/** In the order in which one of them takes effect before the other in this execution, for want of a better one. */
	readonly first: number;
	readonly second: number;
	/** What makes a pair of them: that the one reads from, overwrites or is overwritten by the other. */
	readonly edge: EventEdge;
	readonly gaps: readonly RaceGap[];
}

/** The flag of models that look for data races. */
const FLAG = "data-race";

/**
 * The simplest pair of accesses for which an execution is flagged to have a data race, and how far the orders reach that would keep the two apart:
 * those that the model's flag takes away from what could race. Undefined if the model does not flag the execution.
 */
export function whyRace(execution: Execution, model: Model): WhyRace | undefined {
	const explanation = new Explanation(execution, model);
	const flags = model.axioms.filter(
		({ flag, name, node }) => flag && name === FLAG && node.sort === "relation",
	);
	const pairs = flags.flatMap(({ node }) => pairsOf(explanation, node));
	if (pairs.length === 0) return undefined;
	const { events } = execution;
	const best = pairs.reduce((one, other) => (isBefore(rank(events, other), rank(events, one)) ? other : one));
	const { from: first, to: second } = best;
	return { first, second, edge: explanation.wording.edge(best), gaps: gapsOf(explanation, best) };
}

function pairsOf({ derivations, extents }: Explanation, node: ModelNode): Derivation[] {
	return Array.from({ length: extents.size }, (_, event) => [
		...derivations.row(node, event).values(),
	]).flat();
}

/** Direct communication first, then what comes early in its threads. */
function rank(events: readonly Event[], { cost, from, to }: Derivation): readonly number[] {
	const [first, second] = [events[from], events[to]];
	return [
		first.thread < 0 || second.thread < 0 ? 1 : 0,
		cost,
		first.index + second.index,
		Math.min(first.thread, second.thread),
		from,
		to,
	];
}

function isBefore(one: readonly number[], other: readonly number[]): boolean {
	const at = one.findIndex((value, i) => value !== other[i]);
	return at >= 0 && one[at] < other[at];
}

function gapsOf(explanation: Explanation, pair: Derivation): RaceGap[] {
	const { forward, backward } = ordersOf(explanation, pair);
	const { from, to } = pair;
	const gaps: RaceGap[] = [];
	if (forward.length > 0) gaps.push(gap(explanation, forward, from, to));
	if (backward.length > 0) gaps.push(gap(explanation, backward, to, from));
	return gaps;
}

/** Relations that would order a pair, the one way or the other. */
interface Orders {
	readonly forward: readonly Relation[];
	readonly backward: readonly Relation[];
}

/** What a flag takes away from the pairs that could race; if it takes away nothing, whatever the model orders. */
function ordersOf(explanation: Explanation, pair: Derivation): Orders {
	const { extents, wording, model } = explanation;
	const removed: ModelNode[] = [];
	for (
		let at: Derivation | undefined = pair;
		at !== undefined;
		at = at.parts.length === 1 ? at.parts[0] : undefined
	)
		if (at.node.op === "difference") removed.push(at.node.right);
	const forward: Relation[] = [];
	const backward: Relation[] = [];
	const add = (node: ModelNode): void => {
		if (node.op === "union" && wording.nameOf(node) === undefined) node.operands.forEach(add);
		else if (node.op === "inverse") backward.push(extents.relation(node.operand));
		else forward.push(extents.relation(node));
	};
	removed.forEach(add);
	if (forward.length + backward.length > 0) return { forward, backward };
	const isOrder = ({ flag, negated, test }: Axiom): boolean => !flag && !negated && test === "acyclic";
	const orders = model.axioms
		.filter(isOrder)
		.map(({ node }) => eventsAfter(extents.relation(node), extents.size));
	return { forward: orders, backward: orders };
}

function gap({ extents }: Explanation, orders: readonly Relation[], from: number, to: number): RaceGap {
	const { events } = extents.execution;
	const all = [...events.keys()].filter((event) => events[event].thread >= 0);
	const after = all.filter((event) => event !== from && orders.some((order) => order.has(from, event)));
	const before = all.filter((event) => event !== to && orders.some((order) => order.has(event, to)));
	const lies = (event: number, beside: number): number => events[event].index - events[beside].index;
	const isOf = (event: number, other: number): boolean => events[event].thread === events[other].thread;
	// In the other's thread, on the near side; else in a third; else in its own.
	const near = [
		after.filter((event) => isOf(event, to) && lies(event, to) < 0),
		after.filter((event) => !isOf(event, to) && !isOf(event, from)),
		after.filter((event) => isOf(event, from)),
	].find(({ length }) => length > 0);
	const far = [
		before.filter((event) => isOf(event, from) && lies(event, from) > 0),
		before.filter((event) => !isOf(event, to) && !isOf(event, from)),
		before.filter((event) => isOf(event, to)),
	].find(({ length }) => length > 0);
	const last = (one: number, other: number): number => (lies(other, one) > 0 ? other : one);
	const first = (one: number, other: number): number => (lies(other, one) < 0 ? other : one);
	return { from, to, reached: near?.reduce(last) ?? from, missing: far?.reduce(first) ?? to };
}
