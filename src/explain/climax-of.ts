import type { Execution } from "../execution/execution.ts";
import type { Program } from "../execution/program.ts";
import { NotedPrefix } from "./noted-prefix.ts";

/**
 * The event with which a property of a program has happened in an execution, for good: with what is noted until then, and until any later event, it
 * happens. None for a property that is not about notes. Costs the property's predicate for each event.
 * @param order the execution's events but the initial writes, as they take effect
 */
export function climaxOf(
	program: Program,
	property: number,
	execution: Execution,
	order: readonly number[],
): number[] {
	const asked = program.properties?.[property];
	if (asked?.kind !== "noted") return [];
	const done = new Set(execution.events.keys());
	let climax: number | undefined;
	for (const event of order.toReversed()) {
		if (asked.happens(new NotedPrefix(execution, program.threads.length, done)) === false) break;
		climax = event;
		done.delete(event);
	}
	return climax === undefined ? [] : [climax];
}
