import { UNDEFINED_RESULT } from "../execution/arithmetic.ts";
import type { Limit } from "../execution/verdict.ts";
import type { Graph } from "./graph.ts";
import { truthIn } from "./truth-in.ts";

/** How a graph ends on which everything is decided. */
export type End =
	| { readonly kind: "complete" }
	/** What follows is not explored. */
	| { readonly kind: "cut"; readonly limit: Limit }
	/** No execution comes of it: C gives a step no meaning, or a thread waits for itself. */
	| { readonly kind: "broken"; readonly ways: readonly ("undefined" | "hang")[] };

/** Tells how a graph ends. What is assumed or asserted and has no meaning is a step without one. */
export function endOf(graph: Graph): End {
	const stops = graph.nodes.map(({ stop }) => stop);
	const odd = stops.find(({ kind }) => kind === "cut" || kind === "undefined");
	if (odd?.kind === "cut") return { kind: "cut", limit: odd.limit };
	const ways: ("undefined" | "hang")[] = [];
	if (odd !== undefined || graph.nodes.some(({ thread }) => isMeaningless(graph, thread)))
		ways.push("undefined");
	if (stops.some(({ kind }) => kind === "hang")) ways.push("hang");
	return ways.length === 0 ? { kind: "complete" } : { kind: "broken", ways };
}

function isMeaningless(graph: Graph, thread: number): boolean {
	const { assumed, claims } = graph.nodes[thread].state;
	return [...assumed, ...claims.map(({ condition }) => condition)].some(
		(condition) => truthIn(graph, thread, condition) === UNDEFINED_RESULT,
	);
}
