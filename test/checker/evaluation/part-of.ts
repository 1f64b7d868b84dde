import type { RandomStructure } from "./arbitrary-structure.ts";

/** A structure's part with some of the events only. */
export function partOf(structure: RandomStructure, keep: (event: number) => boolean): RandomStructure {
	const kept = [...structure.events.keys()].filter(keep);
	const edges = (list: RandomStructure["rf"]): RandomStructure["rf"] =>
		list.filter(([a, b]) => keep(a) && keep(b)).map(([a, b]) => [kept.indexOf(a), kept.indexOf(b)] as const);
	const { addr, data, ctrl, rmw, rf, co } = structure;
	return {
		events: kept.map((event) => structure.events[event]),
		addr: edges(addr),
		data: edges(data),
		ctrl: edges(ctrl),
		rmw: edges(rmw),
		rf: edges(rf),
		co: edges(co),
	};
}
