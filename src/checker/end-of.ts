import { UNDEFINED_RESULT } from "../execution/arithmetic.ts";
import type { Limit } from "../execution/verdict.ts";
import type { Graph } from "./graph.ts";
import { isSpinning } from "./is-spinning.ts";
import { truthIn } from "./truth-in.ts";

/** How a graph ends on which everything is decided. */
export type End =
	| { readonly kind: "complete" }
	/** A thread waits for ever, and none is broken: it is no execution, or stands for one that is explored. */
	| { readonly kind: "waits" }
	/** What follows is not explored. */
	| { readonly kind: "cut"; readonly limit: Limit }
	/** No execution comes of it: C gives a step no meaning, or a thread waits for itself. */
	| { readonly kind: "broken"; readonly ways: readonly ("undefined" | "hang")[] };

/** Tells how a graph ends. What is assumed or asserted and has no meaning is a step without one. */
export function endOf(graph: Graph): End {
	const spinning = graph.nodes.filter((node) => isSpinning(graph, node));
	const stops = graph.nodes.filter((node) => !spinning.includes(node)).map(({ stop }) => stop);
	const odd = stops.find(({ kind }) => kind === "cut" || kind === "undefined");
	if (odd?.kind === "cut") return { kind: "cut", limit: odd.limit };
	const ways: ("undefined" | "hang")[] = [];
	if (odd !== undefined || graph.nodes.some(({ thread }) => isMeaningless(graph, thread)))
		ways.push("undefined");
	if (stops.some(({ kind }) => kind === "hang")) ways.push("hang");
	if (ways.length > 0) return { kind: "broken", ways };
	return { kind: spinning.length > 0 ? "waits" : "complete" };
}

function isMeaningless(graph: Graph, thread: number): boolean {
	const { assumed, claims } = graph.nodes[thread].state;
	return [...assumed, ...claims.map(({ condition }) => condition)].some(
		(condition) => truthIn(graph, thread, condition) === UNDEFINED_RESULT,
	);
}
