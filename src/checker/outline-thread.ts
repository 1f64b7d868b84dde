import type { Program } from "../execution/program.ts";
import type { ThreadPath } from "../execution/thread-path.ts";
import { Profiler } from "./evaluation/profiler.ts";
import { printValue } from "./final-state.ts";
import type { Outcome, ThreadNode } from "./thread-node.ts";
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
		if (outcomes.length === 0 && node.stop.kind !== "redundant") {
			const { events, addr, data, ctrl, rmw, stop } = node;
			found.push({ events, addr, data, ctrl, rmw, choices, complete: stop.kind === "done" });
		}
		for (const outcome of outcomes)
			follow(tree.child(node, outcome), [...choices, describe(program, node, outcome)]);
	};
	follow(tree.root(thread), []);
	return found;
}

function outcomesOf(program: Program, { stop }: ThreadNode): Outcome[] {
	switch (stop.kind) {
		case "lock":
			return [true];
		case "condition":
		case "update":
		case "trylock":
		case "islocked":
			return [true, false];
		case "address":
			return program.objects.flatMap(({ cells }, object) =>
				[...cells.keys()].map((offset) => ({ object, offset })),
			);
		default:
			return [];
	}
}

function describe(program: Program, { thread, state, stop }: ThreadNode, outcome: Outcome): string {
	const span = program.threads[thread].code[state.pc]?.span;
	const text =
		span === undefined ? stop.kind : span.file.text.slice(span.start, span.end).replace(/\s+/g, " ");
	if (typeof outcome !== "boolean") return `${text}: address ${printValue(program, outcome)}`;
	if (stop.kind === "condition") return `${text}: ${outcome ? "true" : "false"}`;
	if (stop.kind === "update") return `${text}: ${outcome ? "succeeds" : "fails"}`;
	return `${text}: ${outcome ? "free" : "taken"}`;
}
