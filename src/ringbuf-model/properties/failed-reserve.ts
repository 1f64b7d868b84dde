import type { Note } from "../../execution/noted-execution.ts";
import type { History } from "../history.ts";

/** A reservation that failed, and the places of its own events among its thread's. */
interface FailedReservation {
	readonly failed: Note;
	readonly places: readonly number[];
}

/** A reservation fails and leaves a trace: it has written more than pending_pos and locks. */
export function findTrace(history: History): string | undefined {
	const { execution, operand, ring } = history;
	const allowed = new Set([ring.cells.pendingPos, ...ring.cells.locks]);
	for (const { failed, places } of failedReservations(history)) {
		const events = execution.events[failed.thread];
		if (places.some((place) => events[place].kind === "W" && !allowed.has(events[place].cell)))
			return `P${failed.thread} fails to reserve ${operand(failed, 0)} bytes, but has written to the ring`;
	}
	return undefined;
}

/** What interrupts a reservation does so as a whole, and counts for itself alone. */
function failedReservations({ execution }: History): readonly FailedReservation[] {
	const found: FailedReservation[] = [];
	for (const thread of execution.events.keys()) {
		/** Places of the reservations that have begun, the innermost last; the first is of none. */
		const open: number[][] = [[]];
		let place = 0;
		for (const note of execution.notes.filter((one) => one.thread === thread)) {
			for (; place < note.position; place++) open[open.length - 1].push(place);
			if (note.name === "interrupted") open.push([]);
			else if (note.name === "resumed") open.pop();
			else if (note.name === "reserving") open[open.length - 1] = [];
			else if (note.name === "reserve_failed") found.push({ failed: note, places: open[open.length - 1] });
		}
	}
	return found;
}
