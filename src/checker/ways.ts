import type { Decision, Exchange, Way } from "./decision.ts";
import type { SearchParts } from "./search-parts.ts";

const NONE: readonly Exchange[] = [];

/** A decision for itself and those left out because of it. */
interface Group {
	readonly decision: Decision;
	readonly exchanges: Exchange[];
}

/** The decisions at one place of the search, of those that differ in twins' names alone only the first. */
export function waysOf(
	{ graph, likeness, symmetry }: SearchParts,
	decisions: readonly Decision[],
): readonly Way[] {
	if (!symmetry.exists) return decisions.map((decision) => ({ decision, exchanges: NONE }));
	const groups: Group[] = [];
	for (const decision of decisions) {
		const exchange = groups.flatMap((group) => {
			const found = exchangeFor(group.decision, decision);
			return found === undefined ? [] : [{ group, found }];
		})[0];
		if (exchange !== undefined) exchange.group.exchanges.push(exchange.found);
		else groups.push({ decision, exchanges: ownExchanges(decision) });
	}
	return groups;

	/** Two threads whose exchange makes one decision the other and leaves the graph as it is. */
	function exchangeFor(one: Decision, other: Decision): Exchange | undefined {
		if (one.kind === "order" && other.kind === "order")
			// The two orders of one pair.
			return exchangeOfWriters(one.earlier, one.later);
		if (one.kind !== "read" && one.kind !== "circular") return undefined;
		if (other.kind !== one.kind || other.read !== one.read) return undefined;
		const reader = graph.events[one.read].thread;
		const writers = [one.write, other.write].map((write) => graph.events[write].thread);
		return writers.includes(reader) ? undefined : exchangeOfWriters(one.write, other.write);
	}

	function exchangeOfWriters(one: number, other: number): Exchange | undefined {
		const left = graph.events[one];
		const right = graph.events[other];
		if (left.thread < 0 || left.thread === right.thread || left.index !== right.index) return undefined;
		if (right.thread < 0 || !likeness.areAlike(left.thread, right.thread)) return undefined;
		return [left.thread, right.thread];
	}
}

function ownExchanges(decision: Decision): Exchange[] {
	if (decision.kind !== "lock") return [];
	const { thread, alike } = decision;
	return alike.filter((other) => other !== thread).map((other): Exchange => [thread, other]);
}
