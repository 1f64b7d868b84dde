import { formatDuration } from "./format-duration.ts";

/** How far a run is. */
export interface Progress {
	readonly done: number;
	readonly total: number;
	/** Tests that are being checked. */
	readonly running: number;
	/** The one of them that has been running for the longest time, and for how many seconds. */
	readonly slowest?: { readonly name: string; readonly seconds: number } | undefined;
	/** Executions that searches have found in tests that are done. */
	readonly executions: number;
	/** Wall time so far. */
	readonly seconds: number;
}

/** One line of at most `width` columns, without a line feed at the end. Names are clipped, numbers are not. */
export function formatProgress(progress: Progress, width: number): string {
	const { done, total, running, slowest, executions, seconds } = progress;
	const rate = seconds > 0 ? Math.round(executions / seconds) : 0;
	const head = `${done}/${total} tests, ${running} running`;
	const tail = `, ${rate} executions/s`;
	const room = width - head.length - tail.length;
	const time = slowest === undefined ? "" : ` ${formatDuration(slowest.seconds)}`;
	const name = slowest === undefined ? "" : clip(slowest.name, room - ": ".length - time.length);
	const middle = name === "" ? "" : `: ${name}${time}`;
	return `${head}${middle}${tail}`.slice(0, Math.max(0, width));
}

function clip(name: string, length: number): string {
	if (name.length <= length) return name;
	return length < 4 ? "" : `${name.slice(0, length - 1)}…`;
}
