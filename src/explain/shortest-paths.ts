import type { ModelNode } from "../cat/model.ts";
import type { Derivation, Row } from "./derivation.ts";

/** A way from the event at which the paths begin, step by step. */
interface Path {
	readonly cost: number;
	readonly parts: readonly Derivation[];
}

/**
 * The pairs of a relation's closure that begin with an event, or end with it, each by a path of the least cost; of those, one of few steps.
 * @param node the closure, `plus` or `star`
 * @param rowOf the relation's own pairs with an event at the same end
 * @param goal the only other end that is asked for; the search ends there
 */
export function shortestPaths(
	node: ModelNode & { op: "plus" | "star" },
	event: number,
	isBackward: boolean,
	rowOf: (event: number) => Row,
	goal?: number,
): Row {
	const open = new Map<number, Path>();
	const done = new Map<number, Path>();
	const extend = (at: number, path: Path): void => {
		for (const [end, part] of rowOf(at)) {
			if (done.has(end)) continue;
			const next: Path = {
				cost: path.cost + part.cost,
				parts: isBackward ? [part, ...path.parts] : [...path.parts, part],
			};
			const known = open.get(end);
			if (known === undefined || isShorter(next, known)) open.set(end, next);
		}
	};
	const start: Path = { cost: 0, parts: [] };
	if (node.op === "star") done.set(event, start);
	extend(event, start);
	for (;;) {
		let nearest: [number, Path] | undefined;
		for (const entry of open) if (nearest === undefined || isShorter(entry[1], nearest[1])) nearest = entry;
		if (nearest === undefined) break;
		const [at, path] = nearest;
		open.delete(at);
		done.set(at, path);
		if (at === goal) break;
		extend(at, path);
	}
	return new Map(
		[...done].map(([end, { cost, parts }]) => {
			const [from, to] = isBackward ? [end, event] : [event, end];
			return [end, { node, from, to, cost, parts }];
		}),
	);
}

function isShorter(one: Path, other: Path): boolean {
	return one.cost < other.cost || (one.cost === other.cost && one.parts.length < other.parts.length);
}
