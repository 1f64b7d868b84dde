import type { RingFrame } from "../../execution/story/ring-frame.ts";
import { drawRing } from "../ring/draw-ring.ts";
import { ringLine } from "../ring/ring-line.ts";

/**
 * What is to be seen of a ring after a row: drawn where its records have changed, in one line where its positions have, nothing where
 * neither has.
 * @param before the ring as it was; absent at the beginning, where an empty ring is one line
 */
export function ringChanges(before: RingFrame | undefined, after: RingFrame, width: number): string[] {
	const isNew = before === undefined ? after.records.length > 0 : records(before) !== records(after);
	if (isNew) return drawRing(unlocked(after), width);
	const text = `ring: ${ringLine(after, width - "ring: ".length)}`;
	return before !== undefined && positions(before) === positions(after) ? [] : [text];

	// What does not show is no change.
	function records(frame: RingFrame): string {
		return drawRing({ ...unlocked(frame), positions: [] }, width).join("\n");
	}

	function positions(frame: RingFrame): string {
		return JSON.stringify(frame.positions);
	}
}

/** A ring without its lock, of which the steps tell. */
function unlocked({ lockedBy: _, ...frame }: RingFrame): RingFrame {
	return frame;
}
