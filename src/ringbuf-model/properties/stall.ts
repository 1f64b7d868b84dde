import type { Note } from "../../execution/noted-execution.ts";
import { type History, offsetOf } from "../history.ts";
import { nameOf } from "../name-of.ts";

/**
 * The ring stands still: a reservation fails although there is room and nothing is being written, or a consumer
 * turns away from a record that is committed, either knowing that or without a look at its header.
 */
export function findStall(history: History): string | undefined {
	const { execution, records, ring, position } = history;
	for (const note of history.noted("no_room")) {
		const [cons, pend, next] = [0, 1, 2].map((index) => position(note, index));
		const open = records.some(
			({ reserved, committed }) =>
				execution.isKnownAt(reserved, note) &&
				(committed === undefined || !execution.isKnownAt(committed, note)),
		);
		const isAhead = (pos: number): boolean => next >= pos && next - pos < ring.size;
		if (!open && isAhead(cons) && !isAhead(pend))
			return `P${note.thread} finds no room up to ${next} although all up to ${cons} was consumed and nothing is being written`;
	}
	for (const note of history.noted("left")) {
		const [cons, prod] = [0, 1].map((index) => position(note, index));
		const waiting = records.find(({ pos }) => pos === cons);
		if (cons === prod || waiting?.committed === undefined) continue;
		if (execution.isKnownAt(waiting.committed, note) || !hasJustLooked(history, note, cons))
			return `P${note.thread} leaves at ${cons} although ${nameOf(waiting)} is committed and producer_pos is ${prod}`;
	}
	return undefined;
}

/** Whether the last thing that a thread did before a note was to read the header at a position. */
function hasJustLooked({ execution, ring }: History, { thread, position }: Note, pos: number): boolean {
	const last = execution.events[thread][position - 1];
	return last?.kind === "R" && last.cell === ring.cells.data.get(offsetOf(pos, ring));
}
