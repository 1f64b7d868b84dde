import type { NotedExecution } from "../execution/noted-execution.ts";
import type { Program } from "../execution/program.ts";
import type { Property } from "../execution/property.ts";
import { isPointer } from "../execution/value.ts";
import type { Configuration } from "./configuration.ts";
import { historyOf } from "./history.ts";
import { RING_PROPERTIES, type RingProperty } from "./property-table.ts";
import type { RingFacts } from "./ring-facts.ts";
import type { Variant } from "./variants.ts";

/**
 * A configuration's program with the ring's properties, each a check of its own. An execution in which a
 * consumer sleeps although a wake-up has come is none: it would have gone on.
 * @param program made of the test that the configuration stands for
 * @param ring what `factsOf` says of that program
 */
export function withProperties(
	program: Program,
	configuration: Configuration,
	variant: Variant,
	ring: RingFacts,
): Program {
	const { properties, hostile } = configuration;
	const areHostile = hostile && variant.side === "user";
	const chosen = RING_PROPERTIES.filter(({ name, isObservation, trustsProducers, isAtStake }) => {
		if (properties.length > 0) return properties.includes(name);
		if (isObservation === true || (areHostile && trustsProducers === true)) return false;
		return isAtStake?.(configuration, variant) ?? true;
	});
	const histories = new WeakMap<NotedExecution, ReturnType<typeof historyOf>>();
	const history = (execution: NotedExecution): ReturnType<typeof historyOf> => {
		let known = histories.get(execution);
		if (known === undefined) {
			known = historyOf(execution, ring);
			histories.set(execution, known);
		}
		return known;
	};
	return {
		...program,
		properties: chosen.map((property) => asProperty(property, history)),
		...(configuration.consumer === "poll" || variant.side === "user"
			? { dismisses: (execution: NotedExecution) => wouldWake(execution, ring) }
			: {}),
	};
}

function asProperty(
	{ name, find, told }: RingProperty,
	history: (execution: NotedExecution) => ReturnType<typeof historyOf>,
): Property {
	if (find !== undefined)
		return { name, kind: "noted", happens: (execution) => find(history(execution)) ?? false };
	if (told === "data-race") return { name, kind: "flag", flag: told };
	return { name, kind: told ?? "undefined" };
}

/** Whether somebody sleeps who had not seen the last wake-up. */
function wouldWake(execution: NotedExecution, { cells }: RingFacts): boolean {
	const last = execution.final(cells.wakeups);
	return execution.notes.some(({ name, values: [seen] }) => {
		if (name !== "asleep" || seen === undefined || last === undefined) return false;
		return isPointer(seen) || isPointer(last) ? false : seen !== last;
	});
}
