import type { Axiom, Model } from "../cat/model.ts";
import type { Execution } from "../execution/execution.ts";
import { breach } from "./broken-axioms.ts";
import type { EventCycle } from "./event-cycle.ts";
import { Explanation } from "./explanation.ts";

/** An execution that a model forbids, and why. */
export interface Candidate {
	readonly execution: Execution;
	readonly cycles: readonly EventCycle[];
	/** Events out of program order. */
	readonly moved: number;
	/** By what it is compared with others: axioms broken, events out of program order, base edges of what breaks them, events. */
	readonly rank: readonly number[];
}

/**
 * Looks at an execution that breaks no other axioms than some.
 * @param moved its events out of program order
 */
export function judgeCandidate(
	execution: Execution,
	moved: number,
	model: Model,
	axioms: readonly Axiom[],
): Candidate {
	const explanation = new Explanation(execution, model);
	const cycles = axioms.flatMap((axiom): EventCycle[] => {
		const edges = breach(explanation, axiom);
		return edges === undefined ? [] : [{ axiom: axiom.name, test: axiom.test, edges }];
	});
	const edges = cycles.flatMap((cycle) => cycle.edges);
	const steps = edges.flatMap(({ parts }) => parts).filter(({ from, to }) => from !== to);
	return {
		execution,
		cycles,
		moved,
		rank: [cycles.length, moved, steps.length, execution.events.length, edges.length],
	};
}

/**
 * Whether one candidate is easier to follow than another: it breaks fewer axioms, has fewer events out of program
 * order, a shorter cycle, fewer events.
 */
export function isSimpler(one: Candidate, other: Candidate): boolean {
	const at = one.rank.findIndex((value, i) => value !== other.rank[i]);
	return at >= 0 && one.rank[at] < other.rank[at];
}
