import type { History } from "../history.ts";

/** An overwrite_pos and a producer_pos are seen beside each other that never were. */
export function findTornOverwritePos(history: History): string | undefined {
	const { ring, position } = history;
	if (!ring.overwrites) return undefined;
	const pairs = new Set(["0 0"]);
	for (const note of history.noted("positions")) {
		const over = position(note, 0);
		pairs.add(`${over} ${position(note, 2)}`).add(`${over} ${position(note, 3)}`);
	}
	for (const note of history.noted("avail")) {
		const [prod, over] = [position(note, 1), position(note, 2)];
		if (!pairs.has(`${over} ${prod}`))
			return `P${note.thread} sees overwrite_pos ${over} beside producer_pos ${prod}, which never were together`;
	}
	return undefined;
}
