import { type Computed, isTrue, UNDEFINED_RESULT } from "../execution/arithmetic.ts";
import { sameValue } from "../execution/value.ts";
import { asksFor } from "./asks-for.ts";
import type { Decision } from "./decision.ts";
import { isSpinning } from "./is-spinning.ts";
import { noteWait } from "./note-wait.ts";
import { resolveSymbol } from "./resolve-symbol.ts";
import type { SearchParts } from "./search-parts.ts";
import type { Symbolic } from "./symbolic.ts";
import type { Outcome, Stop, ThreadNode } from "./thread-node.ts";
import { truthIn } from "./truth-in.ts";

/** An outcome that a thread went on with before it was known. */
interface Assumption {
	readonly thread: number;
	readonly symbol: Symbolic;
	readonly outcome: Outcome;
}

/** Stops before a read that does not exist yet, and that may be put off all the same. */
const WAITS_WITHOUT_EVENT: ReadonlySet<Stop["kind"]> = new Set(["lock", "trylock", "islocked", "update"]);

/** Stops at which a thread neither goes on nor is broken. */
const ENDS: ReadonlySet<Stop["kind"]> = new Set(["done", "cut", "redundant"]);

/** Carries decisions out: changes the graph, runs threads on, and adds what coherence makes of it. */
export class Runner {
	readonly #parts: SearchParts;
	/** Those made on the way to the graph as it is; whoever undoes a decision shortens it. */
	readonly assumptions: Assumption[] = [];
	readonly #touched: boolean[];

	constructor(parts: SearchParts) {
		this.#parts = parts;
		this.#touched = parts.program.cells.map(() => false);
	}

	/** Runs every thread to its first stop. False if there is no consistent execution at all. */
	start(): boolean {
		const { graph, tree, program } = this.#parts;
		for (const { index } of program.threads) graph.push(tree.root(index));
		this.#touched.fill(true);
		return this.#settle();
	}

	/** Puts a read, or the next hand-over of a lock, off to writes that do not exist yet. */
	postpone(decision: Decision & { kind: "postpone" | "postpone-lock" }): void {
		const { graph } = this.#parts;
		if (decision.kind === "postpone") graph.postponeRead(decision.read);
		else for (const thread of decision.threads) graph.setLockWatermark(thread, graph.events.length);
	}

	/** @returns whether coherence allows a read from a write whose value depends on it; no thread goes on */
	tryCircular({ read, write }: Decision & { kind: "circular" }): boolean {
		const { graph, coherence } = this.#parts;
		graph.readFrom(read, write);
		return coherence.propagate(graph.events[read].cell);
	}

	/** @returns false if what follows contradicts coherence or what is assumed, or repeats another execution */
	take(decision: Exclude<Decision, { kind: "postpone" | "postpone-lock" | "circular" }>): boolean {
		const { graph, tree } = this.#parts;
		this.#touched.fill(false);
		switch (decision.kind) {
			case "order":
				graph.order(decision.earlier, decision.later);
				this.#touched[graph.events[decision.earlier].cell] = true;
				break;
			case "read":
				this.#readFrom(decision.read, decision.write);
				break;
			case "lock":
				this.#goOn(decision.thread, decision.outcome, decision.write);
				break;
			case "assume":
				this.#assume(graph.nodes[decision.thread], decision.outcome);
				this.#push(tree.child(graph.nodes[decision.thread], decision.outcome));
				break;
			case "choose":
				this.#push(tree.child(graph.nodes[decision.thread], decision.value));
		}
		return this.#settle();
	}

	#readFrom(read: number, write: number): void {
		const { graph } = this.#parts;
		graph.readFrom(read, write);
		this.#touched[graph.events[read].cell] = true;
	}

	/** Lets a thread that waits at a lock or an update go on; the first access it makes there reads from `write`. */
	#goOn(thread: number, outcome: boolean, write: number): void {
		const { graph, tree } = this.#parts;
		const first = graph.ids[thread].length;
		this.#assume(graph.nodes[thread], outcome);
		this.#push(tree.child(graph.nodes[thread], outcome));
		this.#readFrom(this.#firstAccess(thread, first), write);
	}

	/** The first of a thread's events from a place on that is on a cell; an update may begin with a fence. */
	#firstAccess(thread: number, place: number): number {
		const { graph } = this.#parts;
		return graph.ids[thread].slice(place).find((id) => graph.events[id].cell >= 0) ?? -1;
	}

	#assume({ stop, thread }: ThreadNode, outcome: Outcome): void {
		if (stop.kind === "condition") this.assumptions.push({ thread, symbol: stop.condition, outcome });
		else if (stop.kind === "update")
			this.assumptions.push({ thread, symbol: outcome ? stop.whenTrue : stop.whenFalse, outcome });
		else if (stop.kind === "address") this.assumptions.push({ thread, symbol: stop.address, outcome });
	}

	/** Lets a thread run on to a child of where it stands. */
	#push(node: ThreadNode): void {
		const { graph } = this.#parts;
		const { thread } = node;
		const first = graph.ids[thread]?.length ?? 0;
		const before = graph.nodes[thread]?.stop.kind;
		const waited = before !== undefined && WAITS_WITHOUT_EVENT.has(before);
		const watermark = waited ? graph.lockWatermark[thread] : 0;
		graph.push(node);
		for (let i = first; i < node.events.length; i++) {
			const { cell } = node.events[i];
			if (cell >= 0) this.#touched[cell] = true;
		}
		if (watermark > 0) {
			// What the thread put off while it waited binds the event that it waited to make.
			graph.inheritWatermark(this.#firstAccess(thread, first), watermark);
			graph.setLockWatermark(thread, 0);
		}
	}

	/** Runs on every thread that can, and propagates coherence. */
	#settle(): boolean {
		const { graph, coherence, program } = this.#parts;
		for (const { index } of program.threads) if (!this.#runOn(index)) return false;
		for (let cell = 0; cell < this.#touched.length; cell++)
			if (this.#touched[cell] && !coherence.propagate(cell)) return false;
		if (graph.nodes.some((node) => isSpinning(graph, node))) {
			noteWait(this.#parts);
			if (!this.#mayBreak()) return false;
		}
		if (!graph.nodes.every((node) => this.#isAdmitted(node))) return false;
		if (this.#parts.quest?.prospect.mayBecomeTrue(graph) === false) return false;
		return this.assumptions.every(({ thread, symbol, outcome }) => {
			const value = resolveSymbol(graph, thread, symbol);
			return value === undefined || agrees(value, outcome);
		});
	}

	/**
	 * Whether some thread may still come to a step without a meaning or wait for itself, or has. That shows what the
	 * program asks for though others spin for ever.
	 */
	#mayBreak(): boolean {
		const { graph, properties, program } = this.#parts;
		if (!asksFor(program, "undefined", "hang") || !properties.asksForBroken) return false;
		return graph.nodes.some(({ stop }) => !ENDS.has(stop.kind));
	}

	/** Whether all that threads assume, and what they went on with before it was known, is now known to be so. */
	isConfirmed(): boolean {
		const { graph } = this.#parts;
		return (
			graph.nodes.every(({ thread, state }) =>
				state.assumed.every((condition) => truthIn(graph, thread, condition) === true),
			) &&
			this.assumptions.every(({ thread, symbol, outcome }) => {
				const value = resolveSymbol(graph, thread, symbol);
				return value !== undefined && agrees(value, outcome);
			})
		);
	}

	/** Whether nothing that a thread assumes is known to be false. */
	#isAdmitted({ thread, state }: ThreadNode): boolean {
		const { graph } = this.#parts;
		return state.assumed.every((condition) => truthIn(graph, thread, condition) !== false);
	}

	/** Runs one thread on as long as what it waits for is known. */
	#runOn(thread: number): boolean {
		const { graph, tree, tally, properties } = this.#parts;
		for (;;) {
			const node = graph.nodes[thread];
			const { stop } = node;
			switch (stop.kind) {
				case "redundant":
					return true;
				case "cut":
					return !tally.limits.has(stop.limit);
				case "excluded":
					return false;
				case "undefined":
					return !tally.flags.has("undefined-behaviour") || properties.asksForBroken;
				case "hang":
					noteWait(this.#parts);
					return properties.asksForBroken;
				case "condition":
				case "address": {
					const symbol = stop.kind === "condition" ? stop.condition : stop.address;
					const value = resolveSymbol(graph, thread, symbol);
					if (value === undefined) return true;
					// A computation without meaning gives the thread nowhere to go: an integer is neither an
					// address nor the truth of a condition.
					const known = value === UNDEFINED_RESULT ? 0n : value;
					const isMeant = stop.kind === "condition" && value !== UNDEFINED_RESULT;
					this.#push(tree.child(node, isMeant ? isTrue(known) : known));
					break;
				}
				default:
					return true;
			}
		}
	}
}

/** Whether a computed value is what an assumption took it to be. */
function agrees(value: Computed, outcome: Outcome): boolean {
	if (value === UNDEFINED_RESULT) return false;
	return typeof outcome === "boolean" ? isTrue(value) === outcome : sameValue(value, outcome);
}
