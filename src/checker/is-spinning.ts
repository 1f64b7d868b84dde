import { UNDEFINED_RESULT } from "../execution/arithmetic.ts";
import { sameValue } from "../execution/value.ts";
import type { Graph } from "./graph.ts";
import { resolveSymbol } from "./resolve-symbol.ts";
import type { ThreadNode, ThreadState } from "./thread-node.ts";

/** Whether a thread's run has an iteration of a loop that is known to have done nothing. */
export function isSpinning(graph: Graph, { thread, stop, state }: ThreadNode): boolean {
	return stop.kind === "redundant" || state.idle.some((changes) => areNone(graph, thread, changes));
}

/** Whether what a loop's live locals held before and after an iteration turns out to be the same. */
function areNone(graph: Graph, thread: number, changes: ThreadState["idle"][number]): boolean {
	return changes.every(([before, after]) => {
		const old = resolveSymbol(graph, thread, before);
		const now = resolveSymbol(graph, thread, after);
		if (old === undefined || now === undefined) return false;
		return old === UNDEFINED_RESULT || now === UNDEFINED_RESULT ? old === now : sameValue(old, now);
	});
}
