import { type CheckState, UNSTARTED } from "./check-state.ts";
import { gather } from "./gather.ts";

/** A search in parts: what the parts that have ended have found, and the parts that have not. */
export interface PartedSearch {
	readonly done: CheckState;
	readonly open: readonly CheckState[];
}

/** A search of which nothing is done. */
export const WHOLE: PartedSearch = { done: { ...UNSTARTED, isStarted: true }, open: [UNSTARTED] };

/** A part that knows what others have found, so that it does not look for it again. */
export function informed(part: CheckState, { tally }: CheckState): CheckState {
	const news = { ...UNSTARTED, tally: { ...tally, leaves: 0, deadEnds: 0, refused: 0 } };
	return { ...part, tally: gather([part, news]).tally };
}
