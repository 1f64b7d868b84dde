import { List, Record } from "immutable";
import type { Story } from "../execution/story/story.ts";

interface CellFields {
	/** As text. */
	readonly value: string;
	/** The step that wrote it, 0 for the initial value. */
	readonly writer: number;
}

/** What a location holds at one moment. */
export class CellNow extends Record<CellFields>({ value: "", writer: 0 }) {}

interface SnapshotFields {
	/** By index of `Story.cells`. */
	readonly cells: List<CellNow>;
	/** By index of `Story.threads`: the thread's last step until now, 0 where it has not begun. */
	readonly threads: List<number>;
}

/** Memory and threads at one moment of a story. */
export class Snapshot extends Record<SnapshotFields>({ cells: List(), threads: List() }) {}

/** The moments of a story: before its first step, and after each. Neighbours share all that a step leaves alone. */
export function takeSnapshots({ cells, threads, steps }: Story): List<Snapshot> {
	const start = new Snapshot({
		cells: List(cells.map(({ initial }) => new CellNow({ value: initial }))),
		threads: List(threads.map(() => 0)),
	});
	const moments = [start];
	let now = start;
	for (const { number, thread, kind, cell, value } of steps) {
		now = now.set("threads", now.threads.set(thread, number));
		if (kind === "W" && cell !== undefined)
			now = now.set("cells", now.cells.set(cell, new CellNow({ value: value ?? "?", writer: number })));
		moments.push(now);
	}
	return List(moments);
}
