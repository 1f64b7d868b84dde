import fc from "fast-check";
import type { Event } from "../../../src/execution/event.ts";
import type { Edge } from "../../../src/execution/execution.ts";
import type { HandBuilt } from "../../cat/hand-built.ts";

/** Events with random relations between them; of no program. */
export interface RandomStructure {
	readonly events: readonly Event[];
	readonly addr: readonly Edge[];
	readonly data: readonly Edge[];
	readonly ctrl: readonly Edge[];
	readonly rmw: readonly Edge[];
	readonly rf: readonly Edge[];
	readonly co: readonly Edge[];
}

/** Up to `most` events of up to three threads, the first one an initial write. */
export function arbitraryStructure(most: number): fc.Arbitrary<RandomStructure> {
	return fc.integer({ min: 2, max: most }).chain((size) => {
		const edges = fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: size, size: "max" });
		const shape = fc.tuple(fc.nat(2), fc.constantFrom("R", "W", "F"), fc.nat(2), fc.nat(3));
		return fc
			.tuple(fc.array(shape, { minLength: size, maxLength: size }), edges, edges, edges, edges)
			.map(([shapes, rf, co, addr, rmw]) => {
				const events: Event[] = [];
				for (const [i, [thread, kind, cell, tags]] of shapes.entries()) {
					const index = events.filter((event) => event.thread === thread).length;
					const named = ["A", "B"].filter((_, bit) => (tags >> bit) & 1);
					if (i === 0) events.push({ kind: "W", thread: -1, index: 0, cell: 0, tags: ["IW"] });
					else events.push({ kind, thread, index, cell: kind === "F" ? -1 : cell, tags: named });
				}
				const within = (list: readonly Edge[]): Edge[] =>
					list.filter(([a, b]) => events[a].thread === events[b].thread && events[a].index < events[b].index);
				return { events, addr: within(addr), data: [], ctrl: [], rmw: within(rmw), rf, co };
			});
	});
}

/** The same, as the naive evaluator takes it: every base name spelt out. */
export function spelledOut(structure: RandomStructure): HandBuilt {
	const { events } = structure;
	const all = [...events.keys()];
	const pairs = (test: (a: Event, b: Event) => boolean): Edge[] =>
		all.flatMap((a) => all.filter((b) => test(events[a], events[b])).map((b): Edge => [a, b]));
	const sameThread = (a: Event, b: Event): boolean => a.thread >= 0 && a.thread === b.thread;
	const named = (name: string): number[] => all.filter((i) => events[i].tags.includes(name));
	const ofKind = (...kinds: string[]): number[] => all.filter((i) => kinds.includes(events[i].kind));
	return {
		size: events.length,
		sets: new Map([
			["_", all],
			["R", ofKind("R")],
			["W", ofKind("W")],
			["F", ofKind("F")],
			["M", ofKind("R", "W")],
			...["A", "B", "IW"].map((name): [string, number[]] => [name, named(name)]),
		]),
		relations: new Map<string, readonly Edge[]>([
			["po", pairs((a, b) => sameThread(a, b) && a.index < b.index)],
			["int", pairs(sameThread)],
			["ext", pairs((a, b) => a !== b && !sameThread(a, b))],
			["loc", pairs((a, b) => a.cell >= 0 && a.cell === b.cell)],
			["id", pairs((a, b) => a === b)],
			...(["addr", "data", "ctrl", "rmw", "rf", "co"] as const).map((name): [string, readonly Edge[]] => [
				name,
				structure[name],
			]),
		]),
	};
}
