import type { Event } from "../../execution/event.ts";
import type { NotedExecution } from "../../execution/noted-execution.ts";
import type { Property } from "../../execution/property.ts";
import { type Ordering, placeOf } from "./ordering.ts";

/** Notes which releases are read by which acquires. */
export interface SeenPairs {
	/** Never happens; looks at every execution on its way. */
	readonly property: Property;
	/** The orderings, by number, that one was seen to communicate with; in ascending order. */
	with(ordering: number): readonly number[];
}

/** A collector of the pairs of a store that releases and a load that acquires, read-modify-writes included, of different threads. */
export function seenPairs(orderings: readonly Ordering[]): SeenPairs {
	const pairs = new Set<string>();
	const find = (event: Event, kind: Ordering["kind"], acts: Ordering["acts"]): number => {
		const { span } = event;
		if (span === undefined) return -1;
		return orderings.findIndex(
			(one) =>
				(one.kind === kind || one.kind === "update") &&
				(one.acts === acts || one.acts === "both") &&
				placeOf(one.span) === placeOf(span),
		);
	};
	const look = (execution: NotedExecution): void => {
		for (const [thread, own] of execution.events.entries())
			for (const [index, event] of own.entries()) {
				if (event.kind !== "R" || (event.tags.includes("RMW") && !isHalf(own[index + 1]))) continue;
				const to = find(event, "load", "acquire");
				const source = to < 0 ? undefined : execution.sourceOf(thread, index);
				if (source === undefined || source.thread < 0 || source.thread === thread) continue;
				const from = find(source, "store", "release");
				if (from >= 0) pairs.add(`${from} ${to}`);
			}
	};
	const happens = (execution: NotedExecution): boolean => {
		look(execution);
		return false;
	};
	return {
		property: { name: "%pairs", kind: "noted", happens },
		with: (ordering) =>
			[...orderings.keys()].filter(
				(other) => pairs.has(`${ordering} ${other}`) || pairs.has(`${other} ${ordering}`),
			),
	};
}

/** Whether an event is the write that a read-modify-write ends with; one that fails has none, and orders nothing. */
function isHalf(event: Event | undefined): boolean {
	return event !== undefined && event.kind === "W" && event.tags.includes("RMW");
}
