import type { ModelNode } from "../../cat/model.ts";
import type { Event } from "../../execution/event.ts";
import type { Edge } from "../../execution/execution.ts";
import type { Tape } from "./tape.ts";

/** Events with the relations that do not depend on what reads read. */
export interface Structure {
	readonly events: readonly Event[];
	readonly addr: readonly Edge[];
	readonly data: readonly Edge[];
	readonly ctrl: readonly Edge[];
	readonly rmw: readonly Edge[];
}

/** Fills a tape's register of a base set or static base relation; any other name leaves it untouched. */
export function fillBase(node: ModelNode & { op: "base" }, structure: Structure, tape: Tape): void {
	const { events } = structure;
	if (node.sort === "set") {
		const set = tape.set(node);
		set.clear();
		events.forEach((event, i) => {
			if (belongsTo(event, node.name)) set.add(i);
		});
		return;
	}
	const related = relationTest(node.name, structure);
	if (related === undefined) return;
	const relation = tape.relation(node);
	relation.clear();
	if (typeof related !== "function") for (const [from, to] of related) relation.add(from, to);
	else
		for (let i = 0; i < events.length; i++)
			for (let j = 0; j < events.length; j++) if (related(events[i], events[j])) relation.add(i, j);
}

/** Whether an event is in the base set of this name. */
export function belongsTo(event: Event, name: string): boolean {
	switch (name) {
		case "_":
			return true;
		case "R":
		case "W":
		case "F":
			return event.kind === name;
		case "M":
			return event.kind !== "F";
		default:
			return event.tags.includes(name);
	}
}

type Test = (from: Event, to: Event) => boolean;

/** What decides about a pair of events for a static base relation: a test, or the list of its pairs. */
export function relationTest(name: string, structure: Structure): Test | readonly Edge[] | undefined {
	switch (name) {
		case "po":
			return (a, b) => a.thread === b.thread && a.thread >= 0 && a.index < b.index;
		case "loc":
			return (a, b) => a.cell >= 0 && a.cell === b.cell;
		case "int":
			return (a, b) => a.thread === b.thread && a.thread >= 0;
		case "ext":
			return (a, b) => a !== b && (a.thread !== b.thread || a.thread < 0);
		case "id":
			return (a, b) => a === b;
		case "addr":
			return structure.addr;
		case "data":
			return structure.data;
		case "ctrl":
			return structure.ctrl;
		case "rmw":
			return structure.rmw;
		default:
			return undefined;
	}
}
