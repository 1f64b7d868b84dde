import { isPointer } from "../../execution/value.ts";
import { distanceFromStart, type History } from "../history.ts";
import { nameOf } from "../name-of.ts";

/** Everything is quiet, a consumer sleeps, and a committed record waits where it would go on. */
export function findLostWakeup(history: History): string | undefined {
	const { ring, records } = history;
	const sleeper = history.noted("asleep").at(-1);
	if (sleeper === undefined) return undefined;
	const next = finalPosition(history, ring.cells.consumerPos);
	const waiting = records.find(({ pos, committed }) => pos === next && committed !== undefined);
	if (waiting === undefined) return undefined;
	return `P${sleeper.thread} sleeps at ${next} although ${nameOf(waiting)} is committed, and nothing will wake it`;
}

function finalPosition({ execution, ring }: History, cell: number): number | undefined {
	const value = execution.final(cell);
	return value === undefined || isPointer(value) ? undefined : distanceFromStart(value, ring);
}
