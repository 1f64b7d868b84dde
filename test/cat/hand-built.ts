/** An execution written by hand: what a model's base names mean in it. */
export interface HandBuilt {
	readonly size: number;
	readonly sets: ReadonlyMap<string, readonly number[]>;
	readonly relations: ReadonlyMap<string, readonly (readonly [number, number])[]>;
}

interface HandEvent {
	readonly label: string;
	readonly thread: number;
	readonly tags: readonly string[];
	readonly location: string | undefined;
}

/**
 * Builds an execution from words.
 *
 * @param threads for each thread its events in program order, as `label: KIND location TAG...` with KIND
 * R, W or F and the location `-` if it has none; every location `x` also gets an initial write `ix`
 * @param edges `name: a>b a>c` with a base relation's name; `co: a<b` puts a chain of writes of one
 * location in order, after its initial write; a read that no `rf` edge reaches reads the initial write;
 * same-value holds between all events unless edges name it
 */
export function handBuilt(threads: readonly (readonly string[])[], ...edges: string[]): HandBuilt {
	const events: HandEvent[] = threads.flatMap((lines, thread) =>
		lines.map((line) => {
			const [label, rest] = line.split(/:\s*/);
			const [kind, location, ...tags] = rest.split(/\s+/);
			return {
				label,
				thread,
				tags: [kind, ...tags],
				location: location === "-" || location === undefined ? undefined : location,
			};
		}),
	);
	for (const location of new Set(events.map((event) => event.location))) {
		if (location === undefined) continue;
		events.push({ label: `i${location}`, thread: -1, tags: ["W", "IW"], location });
	}
	const find = (label: string): number => {
		const index = events.findIndex((event) => event.label === label);
		if (index < 0) throw new Error(`the execution has no event ${label}`);
		return index;
	};

	const relations = new Map<string, [number, number][]>();
	for (const name of ["po", "rf", "co", "addr", "data", "ctrl", "rmw", "loc", "int", "ext", "id"]) {
		relations.set(name, []);
	}
	const add = (name: string, from: number, to: number): void => {
		const pairs = relations.get(name) ?? [];
		relations.set(name, pairs);
		pairs.push([from, to]);
	};
	for (const line of edges) {
		const [name, list] = line.split(/:\s*/);
		for (const item of list.split(/\s+/)) {
			const labels = item.split(/[<>]/).map(find);
			for (const [index, from] of labels.entries()) {
				for (const to of labels.slice(index + 1)) add(name, from, to);
			}
		}
	}
	const read = new Set((relations.get("rf") ?? []).map(([, to]) => to));
	for (const [a, from] of events.entries()) {
		if (from.tags[0] === "R" && !read.has(a)) add("rf", find(`i${from.location}`), a);
		for (const [b, to] of events.entries()) {
			const sameThread = from.thread === to.thread && from.thread >= 0;
			if (a === b) add("id", a, b);
			if (sameThread && a < b) add("po", a, b);
			add(sameThread || a === b ? "int" : "ext", a, b);
			if (from.location !== undefined && from.location === to.location) {
				add("loc", a, b);
				if (from.thread < 0 && to.tags[0] === "W" && a !== b) add("co", a, b);
			}
			if (!edges.some((line) => line.startsWith("same-value"))) add("same-value", a, b);
		}
	}

	const sets = new Map<string, number[]>([["_", events.map((_, index) => index)]]);
	for (const [index, { tags }] of events.entries()) {
		const names = tags[0] === "F" ? tags : [...tags, "M"];
		for (const name of names) sets.set(name, [...(sets.get(name) ?? []), index]);
	}
	return { size: events.length, sets, relations };
}
