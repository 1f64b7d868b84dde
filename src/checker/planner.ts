import type { Candidates } from "./candidates.ts";
import type { Decision } from "./decision.ts";
import type { SearchParts } from "./search-parts.ts";
import { type Need, type Waiting, waitingThreads } from "./waiting.ts";

/** What is to be decided next, or that nothing is: all is decided, or no execution can come of it. */
export type Plan = readonly Decision[] | "complete" | "dead";

/**
 * Chooses what the search decides next: what threads wait for, then reads that nothing waited for, then
 * coherence. The choice is a function of the graph alone.
 */
export class Planner {
	readonly #parts: SearchParts;
	readonly #candidates: Candidates;

	constructor(parts: SearchParts, candidates: Candidates) {
		this.#parts = parts;
		this.#candidates = candidates;
	}

	plan(): Plan {
		const waiting = waitingThreads(this.#parts.graph, this.#candidates);
		if (waiting.needs.length > 0) return this.#planNeed(waiting);
		return this.#planRead() ?? this.#planOrder() ?? "complete";
	}

	/** A need without alternative first; then one with the fewest; putting off is an alternative too. */
	#planNeed(waiting: Waiting): Plan {
		const { progress, tally } = this.#parts;
		const { needs } = waiting;
		const reachable = progress.reachable(waiting, []);
		const lost = needs.findIndex((_, i) => !reachable[i]);
		if (lost >= 0) {
			if (needs[lost].kind === "lock") tally.waitedForEver = true;
			return "dead";
		}
		let best: readonly Decision[] | undefined;
		let bestCanWait = true;
		for (const [index, need] of needs.entries()) {
			if (sourceCount(need) === 0 || (need.kind !== "read" && need.blocked)) continue;
			const twins = this.#twinsOf(need, index, needs);
			const canWait = progress.reachable(waiting, twins)[index];
			if (best !== undefined && canWait && !bestCanWait) continue;
			const decisions = this.#decisionsFor(need, twins, needs, canWait);
			if (decisions.length === 1) return decisions;
			if (best === undefined || (bestCanWait && !canWait) || decisions.length < best.length) {
				best = decisions;
				bestCanWait = canWait;
			}
		}
		return best ?? this.#planAssumption(waiting);
	}

	/** The needs that are the same by symmetry as a lock need, itself among them. */
	#twinsOf(need: Need, index: number, needs: readonly Need[]): number[] {
		if (need.kind !== "lock" || need.sources.length !== 1) return [index];
		const { likeness, symmetry } = this.#parts;
		const { thread, sources } = need;
		if (symmetry.classes[thread].length === 1) return [index];
		return [...needs.keys()].filter((i) => {
			const other = needs[i];
			if (other.kind !== "lock" || !likeness.areAlike(thread, other.thread)) return false;
			return other.sources.length === 1 && other.sources[0] === sources[0];
		});
	}

	#decisionsFor(need: Need, twins: readonly number[], needs: readonly Need[], canWait: boolean): Decision[] {
		if (need.kind === "read") {
			const { read, sources, circular } = need;
			const decisions = readDecisions(read, sources, circular);
			if (canWait) decisions.push({ kind: "postpone", read });
			return decisions;
		}
		const { thread, kind } = need;
		const alike = twins.flatMap((i) => {
			const twin = needs[i];
			return twin.kind === "read" ? [] : [twin.thread];
		});
		const decisions: Decision[] = [
			...need.sources.map((write): Decision => ({ kind: "lock", thread, outcome: true, write, alike })),
			...need.taken.map((write): Decision => ({ kind: "lock", thread, outcome: false, write, alike })),
		];
		if (canWait) decisions.push({ kind: "postpone-lock", threads: kind === "lock" ? alike : [thread] });
		return decisions;
	}

	/**
	 * Every need waits for writes that do not exist yet, in a circle that the model may allow: the first
	 * thread goes on with each outcome it could have, to be confirmed by what its reads turn out to read.
	 */
	#planAssumption(waiting: Waiting): Plan {
		const { graph, program } = this.#parts;
		const thread = waiting.byThread.findIndex((needs) => needs.length > 0);
		const { stop } = graph.nodes[thread];
		switch (stop.kind) {
			case "condition":
			case "update":
			case "trylock":
			case "islocked":
				return [true, false].map((outcome) => ({ kind: "assume", thread, outcome }));
			case "lock":
				return [{ kind: "assume", thread, outcome: true }];
			case "address":
				return program.objects.flatMap(({ cells }, object) =>
					[...cells.keys()].map((offset): Decision => {
						return { kind: "assume", thread, outcome: { object, offset } };
					}),
				);
			default:
				return "dead";
		}
	}

	/** A read that nothing waited for; all writes exist by now. */
	#planRead(): Plan | undefined {
		const { graph } = this.#parts;
		let best: readonly Decision[] | undefined;
		for (let read = 0; read < graph.events.length; read++) {
			if (graph.events[read].kind !== "R" || graph.source[read] >= 0) continue;
			const circular: number[] = [];
			const sources = this.#candidates.ofRead(read, circular);
			if (best === undefined || sources.length < best.length) best = readDecisions(read, sources, circular);
		}
		return best;
	}

	/** A pair of writes to one cell that nothing has ordered yet. */
	#planOrder(): Plan | undefined {
		const { byCell, events, co } = this.#parts.graph;
		for (const members of byCell)
			for (const later of members) {
				if (events[later].kind !== "W") continue;
				// One write after the other finds its place among those before it, which are in order by then.
				for (const earlier of members)
					if (
						earlier < later &&
						events[earlier].kind === "W" &&
						!co.has(earlier, later) &&
						!co.has(later, earlier)
					)
						return [
							{ kind: "order", earlier, later },
							{ kind: "order", earlier: later, later: earlier },
						];
			}
		return undefined;
	}
}

function sourceCount(need: Need): number {
	return need.sources.length + (need.kind === "read" ? 0 : need.taken.length);
}

function readDecisions(read: number, sources: readonly number[], circular: readonly number[]): Decision[] {
	return [
		...sources.map((write): Decision => ({ kind: "read", read, write })),
		...circular.map((write): Decision => ({ kind: "circular", read, write })),
	];
}
