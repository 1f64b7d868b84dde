import type { History } from "../history.ts";

/** A reservation fails and leaves a trace: it has written more than pending_pos and the lock. */
export function findTrace({ execution, noted, operand, ring }: History): string | undefined {
	const begins = noted("reserving");
	const allowed = new Set([ring.cells.pendingPos, ring.cells.lock]);
	for (const failed of noted("reserve_failed")) {
		const begin = begins.findLast(
			({ thread, position }) => thread === failed.thread && position <= failed.position,
		);
		const written = execution.events[failed.thread]
			.slice(begin?.position ?? 0, failed.position)
			.find(({ kind, cell }) => kind === "W" && !allowed.has(cell));
		if (written !== undefined)
			return `P${failed.thread} fails to reserve ${operand(failed, 0)} bytes, but has written to the ring`;
	}
	return undefined;
}
