import { addressesFor } from "./addresses-for.ts";
import { asksFor } from "./asks-for.ts";
import type { Candidates } from "./candidates.ts";
import type { Decision } from "./decision.ts";
import { isInLoop } from "./is-in-loop.ts";
import type { Need } from "./need.ts";
import { noteWait } from "./note-wait.ts";
import type { SearchParts } from "./search-parts.ts";
import { endingsOf } from "./together/loose-ends.ts";
import { type Waiting, waitingThreads } from "./waiting.ts";

/** What is to be decided next, or that nothing is: all is decided, or no execution can come of it. */
export type Plan = readonly Decision[] | "complete" | "dead";

/**
 * Chooses what the search decides next: what threads wait for, then reads that nothing waited for, then
 * coherence. The choice is a function of the graph alone.
 */
export class Planner {
	readonly #parts: SearchParts;
	readonly #candidates: Candidates;
	/** Asked of the program alone: the ways of a place must be the same when an execution is made again. */
	readonly #mayBreak: boolean;

	constructor(parts: SearchParts, candidates: Candidates) {
		this.#parts = parts;
		this.#candidates = candidates;
		this.#mayBreak = asksFor(parts.program, "undefined", "hang");
	}

	plan(): Plan {
		const { graph } = this.#parts;
		for (const { stop, thread } of graph.nodes)
			if (stop.kind === "choose")
				return Array.from({ length: stop.values }, (_, i) => ({ kind: "choose", thread, value: BigInt(i) }));
		const waiting = waitingThreads(graph, this.#candidates);
		if (waiting.needs.length > 0) return this.#planClosed(waiting) ?? this.#planNeed(waiting);
		return this.#planRest();
	}

	#planRest(): Plan {
		return this.#planRead() ?? this.#planOrder() ?? "complete";
	}

	/** A need without alternative first; then one with the fewest; putting off is an alternative too. */
	#planNeed(waiting: Waiting): Plan {
		const { progress } = this.#parts;
		const { needs } = waiting;
		const reachable = progress.reachable(waiting, []);
		const lost = needs.findIndex((_, i) => !reachable[i]);
		if (lost >= 0) {
			if (needs[lost].kind === "lock") noteWait(this.#parts);
			if (needs.some(({ kind }, i) => !reachable[i] && kind !== "lock")) return "dead";
			// These threads wait for ever. What is asked for may show all the same.
			if (!this.#asksForBroken()) return "dead";
			if (!reachable.includes(true)) return this.#isBroken() ? this.#planRest() : "dead";
		}
		let best: readonly Decision[] | undefined;
		let last: readonly Decision[] | undefined;
		let bestCanWait = true;
		for (const [index, need] of needs.entries()) {
			if (sourceCount(need) === 0 || (need.kind !== "read" && need.blocked)) continue;
			const twins = this.#twinsOf(need, index, needs);
			const mayBeMet = progress.reachable(waiting, twins)[index];
			const canWait = mayBeMet || (need.kind === "lock" && this.#mayBeLost(need.thread, need.cell));
			if (best !== undefined && canWait && !bestCanWait) continue;
			const decisions = this.#decisionsFor(need, twins, needs, canWait, !mayBeMet);
			if (decisions.length === 1) return decisions;
			if (this.#isLast(index, waiting)) {
				last ??= decisions;
				continue;
			}
			if (best === undefined || (bestCanWait && !canWait) || decisions.length < best.length) {
				best = decisions;
				bestCanWait = canWait;
			}
		}
		return best ?? last ?? this.#planAssumption(waiting, reachable);
	}

	/**
	 * Whether one thread alone waits for a read of its own, and then does nothing that another waits for. Such are
	 * decided when nothing else is left: often all of them can be counted together then.
	 */
	#isLast(index: number, { needs, byThread }: Waiting): boolean {
		const { graph, tree } = this.#parts;
		const need = needs[index];
		if (need.kind !== "read" || need.circular.length > 0) return false;
		const { thread } = graph.events[need.read];
		if (!byThread.every((own, waiter) => own.includes(index) === (waiter === thread))) return false;
		const node = graph.nodes[thread];
		if (byThread[thread].length > 1 || node.stop.kind !== "condition") return false;
		const endings = endingsOf(graph, tree, node, need.read, need.sources);
		return (
			endings?.every(({ runs }) =>
				runs[runs.length - 1].events
					.slice(node.events.length)
					.every(({ cell }) => cell < 0 || !needs.some((other) => other.cell === cell)),
			) ?? false
		);
	}

	/** Whether some thread has come to a step without a meaning, or waits for a lock that it holds itself. */
	#isBroken(): boolean {
		return this.#parts.graph.nodes.some(({ stop }) => stop.kind === "hang" || stop.kind === "undefined");
	}

	/** Whether it matters if a thread breaks while others wait for it. */
	#asksForBroken(): boolean {
		const { properties, tally } = this.#parts;
		if (this.#mayBreak) return properties.asksForBroken;
		return this.#isBroken() && !tally.flags.has("undefined-behaviour");
	}

	/** Whether a free lock may be taken by another thread that then breaks without giving it back. */
	#mayBeLost(thread: number, lock: number): boolean {
		return this.#mayBreak && this.#parts.progress.mayBeTaken(lock, thread);
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

	/** @param onlyForBroken whether a lock that is put off is never handed on */
	#decisionsFor(
		need: Need,
		twins: readonly number[],
		needs: readonly Need[],
		canWait: boolean,
		onlyForBroken: boolean,
	): Decision[] {
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
		if (canWait)
			decisions.push({
				kind: "postpone-lock",
				threads: kind === "lock" ? alike : [thread],
				...(onlyForBroken && { onlyForBroken }),
			});
		return decisions;
	}

	/**
	 * Every need waits for writes that do not exist yet, in a circle that the model may allow: the first
	 * thread goes on with each outcome it could have, to be confirmed by what its reads turn out to read.
	 */
	#planAssumption(waiting: Waiting, reachable: readonly boolean[]): Plan {
		const { graph, program } = this.#parts;
		const open = [...waiting.byThread.keys()].filter((thread) =>
			waiting.byThread[thread].some((need) => reachable[need]),
		);
		// What lies in a loop may be assumed over and over; and where an address goes has most answers.
		const cost = (one: number): number => {
			const { stop, state } = graph.nodes[one];
			return (stop.kind === "address" ? 2 : 0) + (isInLoop(program.threads[one].code, state.pc) ? 1 : 0);
		};
		const thread = open.reduce((best, one) => (cost(one) < cost(best) ? one : best), open[0]);
		const { stop, state } = graph.nodes[thread];
		switch (stop.kind) {
			case "condition":
			case "update":
			case "trylock":
			case "islocked":
				return [true, false].map((outcome) => ({ kind: "assume", thread, outcome }));
			case "lock":
				return [{ kind: "assume", thread, outcome: true }];
			case "address":
				return addressesFor(program, program.threads[thread].code[state.pc]).map(
					(outcome): Decision => ({ kind: "assume", thread, outcome }),
				);
			default:
				return "dead";
		}
	}

	/**
	 * A read that nothing waits for and that no write to come can be read by: what it reads is then mostly known, and what
	 * is refused is refused once, not below each of the decisions that are still to be taken.
	 */
	#planClosed({ needs }: Waiting): Plan | undefined {
		const { graph, progress } = this.#parts;
		for (let read = 0; read < graph.events.length; read++) {
			if (graph.events[read].kind !== "R" || graph.source[read] >= 0) continue;
			if (needs.some((need) => need.kind === "read" && need.read === read)) continue;
			const need = this.#candidates.needOf(read);
			if (progress.mayComeLater(need)) continue;
			const decisions = readDecisions(read, need.sources, need.circular);
			if (decisions.length === 1) return decisions;
		}
		return this.#planOrder((write) => graph.partner[write] < 0);
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

	/** A pair of writes to one cell that nothing has ordered yet, of those that are asked for. */
	#planOrder(isAsked: (write: number) => boolean = () => true): readonly Decision[] | undefined {
		const { byCell, events, co } = this.#parts.graph;
		for (const members of byCell)
			for (const later of members) {
				if (events[later].kind !== "W" || !isAsked(later)) continue;
				// One write after the other finds its place among those before it, which are in order by then.
				for (const earlier of members)
					if (
						earlier < later &&
						events[earlier].kind === "W" &&
						isAsked(earlier) &&
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
