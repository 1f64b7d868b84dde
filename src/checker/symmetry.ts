import type { Program } from "../execution/program.ts";
import type { Term } from "../execution/proposition.ts";
import type { Graph } from "./graph.ts";
import { termsOf } from "./terms-of.ts";

/** A choice of one thread among several that could have been chosen just as well. */
export interface Choice {
	readonly chosen: number;
	readonly alike: readonly number[];
}

/**
 * Threads of one body. Where such threads are in the same situation, a decision about one of them stands
 * for the same decision about each, and the executions below it are counted that many times.
 */
export class Symmetry {
	/** For each thread the threads with the same code, itself among them, ascending. */
	readonly #classes: readonly (readonly number[])[];
	/** Whether final values tell threads of one body apart. */
	readonly #observed: boolean;

	constructor(program: Program, enabled: boolean) {
		const keys = program.threads.map((thread) =>
			JSON.stringify(
				[thread.code, thread.locals.map(({ initial }) => initial)],
				(key: string, value: unknown) =>
					key === "span" ? undefined : typeof value === "bigint" ? `${value}n` : value,
			),
		);
		this.#classes = keys.map((key, thread) =>
			enabled ? [...keys.keys()].filter((other) => keys[other] === key) : [thread],
		);
		const printed = program.observed.map(({ term }) => term);
		const terms = [...printed, ...termsOf(program.proposition), ...termsOf(program.filter)];
		this.#observed = terms.some((term) => this.#mentionsTwin(term));
	}

	/**
	 * The threads that could be exchanged with this one without changing the graph: of the same body, none of
	 * them past its first stop, and nothing decided about any of their events.
	 */
	alike(graph: Graph, thread: number): readonly number[] {
		const twins = this.#classes[thread];
		if (twins.length === 1 || !isUntouched(graph, thread)) return [thread];
		return twins.filter(
			(twin) =>
				twin === thread ||
				(isUntouched(graph, twin) && graph.lockWatermark[twin] === graph.lockWatermark[thread]),
		);
	}

	/**
	 * The assignments of parts to threads that a representative execution stands for: for each thread the one
	 * that plays its part. One entry an execution where that shows in final values, else one in all.
	 */
	roles(choices: readonly Choice[], threads: number): readonly (readonly number[])[] {
		const identity = Array.from({ length: threads }, (_, i) => i);
		if (!this.#observed) return [identity];
		let found: (readonly number[])[] = [identity];
		for (const { chosen, alike } of choices)
			found = found.flatMap((roles) => alike.map((other) => exchanged(roles, chosen, other)));
		return found;
	}

	#mentionsTwin(term: Term): boolean {
		if (term.kind === "local") return this.#classes[term.thread].length > 1;
		return term.kind === "dereference" && this.#mentionsTwin(term.pointer);
	}
}

function isUntouched(graph: Graph, thread: number): boolean {
	const node = graph.nodes[thread];
	if (node.parent !== undefined) return false;
	return graph.ids[thread].every((id) => {
		const event = graph.events[id];
		if (event.kind === "R") return graph.source[id] < 0 && graph.watermark[id] === 0;
		return event.kind === "F" || isUnrelated(graph, id, event.cell);
	});
}

/** Whether nothing reads from a write and coherence orders it after the initial write alone. */
function isUnrelated(graph: Graph, write: number, cell: number): boolean {
	return graph.byCell[cell].every(
		(other) =>
			graph.source[other] !== write &&
			!graph.co.has(write, other) &&
			(!graph.co.has(other, write) || graph.events[other].thread < 0),
	);
}

/** The roles after two threads have exchanged their parts. */
function exchanged(roles: readonly number[], one: number, other: number): readonly number[] {
	if (one === other) return roles;
	return roles.map((role) => (role === one ? other : role === other ? one : role));
}
