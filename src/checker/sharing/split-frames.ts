import type { Frame } from "../frame.ts";
import type { FrameState } from "./check-state.ts";

/** Frames as plain data. */
export function frameStates(frames: readonly Frame[]): FrameState[] {
	return frames.map(({ ways, next, end, tested, fruitful }) => ({ ways, next, end, tested, fruitful }));
}

/**
 * Gives away half of the ways not tried yet at the place nearest to the root that has some: the parts there are the largest. The
 * frames on the way there are changed so that these ways are not tried here, and are not kept as known, since what is
 * found elsewhere is missing in them.
 * @returns the frames of a search that tries those ways alone; undefined if there is none to give
 */
export function splitFrames(frames: readonly Frame[]): FrameState[] | undefined {
	const depth = frames.findIndex(({ next, end }) => next < end);
	if (depth < 0) return undefined;
	const frame = frames[depth];
	// The top frame has nothing in progress: one of its ways at least stays here.
	const isTop = depth === frames.length - 1;
	const first = frame.next + Math.floor((frame.end - frame.next + (isTop ? 1 : 0)) / 2);
	if (first >= frame.end) return undefined;
	const above = frames.slice(0, depth);
	const given: FrameState[] = [
		...frameStates(above).map((state) => ({ ...state, end: state.next, fruitful: true })),
		{ ways: frame.ways, next: first, end: frame.end, tested: frame.tested, fruitful: true },
	];
	frame.end = first;
	for (const one of frames.slice(0, depth + 1)) {
		one.fruitful = true;
		one.form = undefined;
	}
	return given;
}
