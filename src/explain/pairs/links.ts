import type { Event } from "../../execution/event.ts";
import type { Execution } from "../../execution/execution.ts";
import { type Ordering, placeOf } from "./ordering.ts";

/** An ordering that hands on to another one, of another thread. */
export interface Link {
	/** Indices of orderings. */
	readonly from: number;
	readonly to: number;
	/**
	 * `seen`: what the first keeps behind others is read by what the second keeps before others, directly or through read-modify-writes; else it
	 * comes earlier at the same location, by coherence.
	 */
	readonly kind: "seen" | "earlier";
	/** The two accesses, as indices of events. */
	readonly first: number;
	readonly second: number;
	/** Whether the first ordering is the first access itself, and the second the second. */
	readonly isFirst: boolean;
	readonly isSecond: boolean;
}

/** The accesses on the two sides of one occurrence of an ordering, as indices of events. */
interface Sides {
	readonly ordering: number;
	readonly thread: number;
	readonly before: readonly number[];
	readonly behind: readonly number[];
	/** The access that it is itself; a fence is none. */
	readonly self: number;
}

/**
 * How orderings hand on to each other in an execution. Costs a look at each pair of accesses that two of them are about.
 * @param orderings of the execution's program, or of one that differs from it by what it was weakened in
 */
export function linksIn(execution: Execution, orderings: readonly Ordering[]): readonly Link[] {
	const sides = sidesIn(execution, orderings);
	const communicates = communicationIn(execution);
	const links: Link[] = [];
	for (const one of sides)
		for (const other of sides) {
			if (one.thread === other.thread) continue;
			for (const first of one.behind)
				for (const second of other.before) {
					const kind = communicates(first, second);
					if (kind === undefined) continue;
					const [isFirst, isSecond] = [one.self === first, other.self === second];
					links.push({ from: one.ordering, to: other.ordering, kind, first, second, isFirst, isSecond });
				}
		}
	return links;
}

function sidesIn({ events, rmw }: Execution, orderings: readonly Ordering[]): readonly Sides[] {
	const threads: number[][] = [];
	for (const [id, { thread, index }] of events.entries())
		if (thread >= 0) {
			threads[thread] ??= [];
			threads[thread][index] = id;
		}
	const halves = new Set(rmw.flat());
	const numbers = new Map(orderings.map((one, number) => [`${placeOf(one.span)}:${one.kind}`, number]));
	return threads.flatMap((own, thread) =>
		own.flatMap((id, index): Sides[] =>
			kindsOf(events[id]).flatMap((kind): Sides[] => {
				const { span } = events[id];
				const ordering = span && numbers.get(`${placeOf(span)}:${kind}`);
				if (ordering === undefined) return [];
				const { scope, acts } = orderings[ordering];
				const isAbout = (one: number): boolean => {
					const { kind: what } = events[one];
					return scope === "all" ? what !== "F" : what === (scope === "reads" ? "R" : "W");
				};
				const isOwn = acts === "both";
				// A read-modify-write that fails orders nothing.
				if (kind === "update" && !halves.has(id)) return [];
				if (kind === "update" && !isOwn && events[id].kind !== (acts === "release" ? "W" : "R")) return [];
				const before = acts === "acquire" ? [id] : own.slice(0, isOwn ? index + 1 : index);
				const behind = acts === "release" ? [id] : own.slice(isOwn ? index : index + 1);
				return [
					{ ordering, thread, before: before.filter(isAbout), behind: behind.filter(isAbout), self: id },
				];
			}),
		),
	);
}

/** What an event can be of an ordering. A read-modify-write that releases is its write, one that acquires its read. */
function kindsOf({ kind, tags }: Event): readonly Ordering["kind"][] {
	if (tags.includes("RMW")) return ["update"];
	if (kind === "F") return ["fence"];
	return kind === "W" ? ["store"] : ["load", "dependency"];
}

/** Tells how an access communicates with one that comes later. */
function communicationIn({
	events,
	rf,
	co,
	rmw,
}: Execution): (first: number, second: number) => Link["kind"] | undefined {
	const sources = new Map(rf.map(([write, read]) => [read, write]));
	const reads = new Map(rmw.map(([read, write]) => [write, read]));
	const places = new Map(co.flatMap((writes) => writes.map((write, at) => [write, at] as const)));
	const isSeen = (write: number, read: number): boolean => {
		for (let source = sources.get(read); source !== undefined; ) {
			if (source === write) return true;
			const half = reads.get(source);
			source = half === undefined ? undefined : sources.get(half);
		}
		return false;
	};
	return (first, second) => {
		const [one, other] = [events[first], events[second]];
		if (one.cell !== other.cell || one.cell < 0) return undefined;
		if (one.kind === "W" && other.kind === "R" && isSeen(first, second)) return "seen";
		// What was written before the one, or is it, against what was written for the other.
		const [written, later] = [first, second].map((id) =>
			places.get(events[id].kind === "W" ? id : (sources.get(id) ?? -1)),
		);
		return written !== undefined && later !== undefined && written < later ? "earlier" : undefined;
	};
}
