import type { Cycle, ReasonEdge, Wait } from "../execution/story/reason.ts";
import type { EndlessWait } from "../execution/stuck.ts";
import type { EventCycle, EventEdge } from "./event-cycle.ts";
import type { Telling } from "./tell-story.ts";

/** A cycle of events as one of steps. */
export function numberCycle({ edges, ...rest }: EventCycle, telling: Telling): Cycle {
	return { ...rest, edges: edges.map((edge) => numberEdge(edge, telling)) };
}

/** An edge between events as one between steps. */
function numberEdge(edge: EventEdge, telling: Telling): ReasonEdge {
	const { numberOf } = telling;
	const { from, to, parts, via, ...rest } = edge;
	return {
		...rest,
		from: numberOf(from),
		to: numberOf(to),
		parts: parts.map((part) => ({ ...part, from: numberOf(part.from), to: numberOf(part.to) })),
		...(via !== undefined && { via: via.map((one) => numberEdge(one, telling)) }),
	};
}

/** What threads wait for, as a story has it. */
export function numberWaits(waits: readonly EndlessWait[], telling: Telling): Wait[] {
	return waits.map(({ thread, cell, what, heldBy, lastRead, span }) => ({
		thread,
		cell: telling.cellOf(cell),
		what,
		...(heldBy !== undefined && { heldBy: telling.numberOf(heldBy) }),
		...(lastRead !== undefined && { lastRead: telling.numberOf(lastRead) }),
		...(span !== undefined && { place: telling.placeOf(span) }),
	}));
}
