import type { Program } from "../execution/program.ts";
import type { ThreadPath } from "../execution/thread-path.ts";
import type { Span } from "../source/span.ts";
import { addressesFor } from "./addresses-for.ts";
import { Profiler } from "./evaluation/profiler.ts";
import { printValue } from "./final-state.ts";
import type { Outcome, Stop, ThreadNode } from "./thread-node.ts";
import { ThreadTree } from "./thread-tree.ts";

/** Paths after which an outline stops: more than anybody reads. */
const PATH_BOUND = 64;

/**
 * The ways through one thread's code, whatever memory it meets: at most 64 of them, the first by the order
 * of their choices.
 * @param unroll how many iterations of a loop may depend on what was read
 */
export function outlineThread(program: Program, thread: number, unroll: number): ThreadPath[] {
	const tree = new ThreadTree(program, unroll, new Profiler([]));
	const found: ThreadPath[] = [];
	const follow = (node: ThreadNode, choices: readonly string[]): void => {
		if (found.length >= PATH_BOUND) return;
		const outcomes = outcomesOf(program, node);
		if (outcomes.length === 0 && node.stop.kind !== "redundant" && node.stop.kind !== "excluded") {
			const { events, addr, data, ctrl, rmw, stop, state } = node;
			const notes = state.notes.map(({ name, position, span }) => ({
				position,
				text: span === undefined ? name : textOf(span),
			}));
			found.push({ events, addr, data, ctrl, rmw, choices, notes, end: endOf(stop) });
		}
		for (const outcome of outcomes)
			follow(tree.child(node, outcome), [...choices, describe(program, node, outcome)]);
	};
	follow(tree.root(thread), []);
	return found;
}

function outcomesOf(program: Program, { thread, state, stop }: ThreadNode): Outcome[] {
	switch (stop.kind) {
		case "lock":
			return [true];
		case "condition":
		case "update":
		case "trylock":
		case "islocked":
			return [true, false];
		case "choose":
			return Array.from({ length: Math.min(stop.values, PATH_BOUND) }, (_, value) => BigInt(value));
		case "address":
			return addressesFor(program, program.threads[thread].code[state.pc]);
		default:
			return [];
	}
}

function describe(program: Program, { thread, state, stop }: ThreadNode, outcome: Outcome): string {
	const span = program.threads[thread].code[state.pc]?.span;
	const text = span === undefined ? stop.kind : textOf(span);
	if (typeof outcome === "bigint") return `${text}: ${outcome}`;
	if (typeof outcome !== "boolean") return `${text}: address ${printValue(program, outcome)}`;
	if (stop.kind === "condition") return `${text}: ${outcome ? "true" : "false"}`;
	if (stop.kind === "update") return `${text}: ${outcome ? "succeeds" : "fails"}`;
	return `${text}: ${outcome ? "free" : "taken"}`;
}

/** A piece of source text on one line. */
function textOf({ file, start, end }: Span): string {
	return file.text.slice(start, end).replace(/\s+/g, " ");
}

function endOf({ kind }: Stop): ThreadPath["end"] {
	if (kind === "done") return "exit";
	return kind === "undefined" || kind === "hang" ? kind : "bound";
}
