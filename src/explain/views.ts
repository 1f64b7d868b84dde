import type { Axiom, Model } from "../cat/model.ts";
import { axiomPasses } from "../checker/evaluation/axiom-passes.ts";
import { type CompiledModel, compileModel } from "../checker/evaluation/compiled-model.ts";
import type { Step } from "../checker/evaluation/registers.ts";
import { fillBase } from "../checker/evaluation/structure.ts";
import { Tape } from "../checker/evaluation/tape.ts";
import { presentNames } from "../checker/present-names.ts";
import type { Event } from "../execution/event.ts";
import type { Edge, Execution } from "../execution/execution.ts";
import type { Program } from "../execution/program.ts";
import type { Views } from "../execution/story/story.ts";

/** What a thread's next read is taken to be: a marked one, as `READ_ONCE` makes it. Models without such a mark look at none. */
const READ_TAGS = ["ONCE"];

/**
 * Which writes each thread may still read from each cell, before the first event of an order takes effect and after each: those that have
 * taken effect and that the model lets a `READ_ONCE` read which comes next in the thread. A thread has come as far as its last
 * event that has taken effect. Costs a test of the model for each write, thread and moment where a cell has more than one write.
 * @param cells those that are asked for
 * @returns numbers of steps: places in the order, from 1; 0 for the initial write
 */
export function viewsOf(
	program: Program,
	model: Model,
	execution: Execution,
	order: readonly number[],
	cells: readonly number[],
): readonly Views[] {
	const tester = new Tester(program, model, execution);
	const place = new Map(order.map((event, at) => [event, at + 1]));
	const views: Views[] = [];
	for (let moment = 0; moment <= order.length; moment++) {
		const done = new Set(order.slice(0, moment));
		views.push(
			program.threads.map(({ index }) => {
				const known = tester.at(done, index);
				return cells.map((cell) =>
					execution.co[cell]
						.filter((write) => known.isThere(write))
						.filter((write, _, writes) => writes.length === 1 || known.mayRead(cell, write))
						.map((write) => place.get(write) ?? 0),
				);
			}),
		);
	}
	return views;
}

/** A part of an execution, and one read more. */
interface Extended {
	readonly events: readonly Event[];
	readonly addr: readonly Edge[];
	readonly data: readonly Edge[];
	readonly ctrl: readonly Edge[];
	readonly rmw: readonly Edge[];
	readonly rf: readonly Edge[];
	readonly co: readonly Edge[];
}

/** Asks a model about parts of an execution. */
class Tester {
	readonly #execution: Execution;
	readonly #tape: Tape;
	readonly #steps: Step[] = [];
	readonly #axioms: readonly Axiom[];
	readonly #isCoherent: boolean;

	constructor(program: Program, model: Model, execution: Execution) {
		const compiled: CompiledModel = compileModel(model, new Set([...presentNames(program), ...READ_TAGS]));
		this.#execution = execution;
		this.#tape = new Tape(execution.events.length + 1);
		this.#axioms = compiled.early;
		this.#isCoherent = compiled.coherent;
		for (const { node } of this.#axioms) this.#tape.compile(node, this.#steps);
	}

	/** What a thread may read once some events have taken effect. */
	at(
		done: ReadonlySet<number>,
		thread: number,
	): {
		readonly isThere: (write: number) => boolean;
		readonly mayRead: (cell: number, write: number) => boolean;
	} {
		const { events } = this.#execution;
		const reached = events.reduce(
			(last, event, id) => (event.thread === thread && done.has(id) ? Math.max(last, event.index) : last),
			-1,
		);
		// What has not taken effect says nothing, be it before what has; but a thread sees its own delayed writes.
		const kept = [...events.keys()].filter((id) => {
			const event = events[id];
			const isOwn = event.thread === thread && event.index < reached && event.kind === "W";
			return event.thread < 0 || done.has(id) || isOwn;
		});
		return {
			isThere: (write) => kept.includes(write),
			mayRead: (cell, write) =>
				!(this.#isCoherent && this.#hasSeenLater(kept, thread, cell, write)) &&
				this.#isAllowed(this.#extend(kept, thread, reached + 1, cell, write)),
		};
	}

	/** Whether a thread has read or written what comes after a write in coherence. */
	#hasSeenLater(kept: readonly number[], thread: number, cell: number, write: number): boolean {
		const { events, co, rf } = this.#execution;
		const source = new Map(rf.map(([from, to]) => [to, from]));
		const rank = (id: number): number => co[cell].indexOf(id);
		return kept.some((id) => {
			const event = events[id];
			if (event.thread !== thread || event.cell !== cell) return false;
			const seen = event.kind === "W" ? id : source.get(id);
			return seen !== undefined && rank(seen) > rank(write);
		});
	}

	#extend(kept: readonly number[], thread: number, index: number, cell: number, write: number): Extended {
		const { events, rf, co, ...rest } = this.#execution;
		const place = new Map(kept.map((id, at) => [id, at]));
		const within = (edges: readonly Edge[]): Edge[] =>
			edges.flatMap(([from, to]): Edge[] => {
				const [a, b] = [place.get(from), place.get(to)];
				return a === undefined || b === undefined ? [] : [[a, b]];
			});
		const read: Event = { kind: "R", thread, index, cell, tags: READ_TAGS };
		const source = place.get(write) ?? 0;
		return {
			events: [...kept.map((id) => events[id]), read],
			addr: within(rest.addr),
			data: within(rest.data),
			ctrl: within(rest.ctrl),
			rmw: within(rest.rmw),
			rf: [...within(rf), [source, kept.length]],
			co: co.flatMap((writes) => {
				const there = writes.flatMap((id) => place.get(id) ?? []);
				return there.flatMap((from, at) => there.slice(at + 1).map((to): Edge => [from, to]));
			}),
		};
	}

	#isAllowed(extended: Extended): boolean {
		const tape = this.#tape;
		tape.refilled(extended.events.length);
		for (const base of tape.bases()) {
			fillBase(base, extended, tape);
			if (base.name !== "rf" && base.name !== "co") continue;
			const relation = tape.relation(base);
			relation.clear();
			for (const [from, to] of extended[base.name]) relation.add(from, to);
		}
		for (const step of this.#steps) step();
		return this.#axioms.every((axiom) => axiomPasses(axiom, tape));
	}
}
