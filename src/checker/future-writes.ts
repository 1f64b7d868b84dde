import type { CellValues } from "./cell-values.ts";
import { accessedCells, codeAhead, type Outlook } from "./code-ahead.ts";
import type { Footprint, WriteKind } from "./footprint.ts";
import type { Graph } from "./graph.ts";
import type { PossibleValues } from "./possible-values.ts";
import { resolveSymbol, resolveWrite } from "./resolve-symbol.ts";
import { isConcrete } from "./symbolic.ts";

/**
 * What each thread of a graph may still write, knowing what its reads so far have read. Code that computes an address
 * from a position has, by the footprint, the whole of an array before it; once the position is known, one element. The
 * values of locals are followed through the code ahead, over all its paths; what is read on the way may be whatever its
 * cell may hold.
 */
export class FutureWrites {
	readonly #graph: Graph;
	readonly #footprint: Footprint;
	readonly #cells: CellValues;
	/** What was found, by the thread's run and what its reads have read. */
	readonly #known = new Map<string, readonly WriteKind[]>();

	/** What was last asked for, by thread. */
	readonly #last: ({ readonly version: number; readonly kinds: readonly WriteKind[] } | undefined)[] = [];

	constructor(graph: Graph, footprint: Footprint, cells: CellValues) {
		this.#graph = graph;
		this.#footprint = footprint;
		this.#cells = cells;
	}

	/** The kinds of writes that a thread may still make from where it stands. Costs some looks at the code ahead once. */
	of(thread: number): readonly WriteKind[] {
		const { version } = this.#graph;
		const last = this.#last[thread];
		if (last?.version === version) return last.kinds;
		const kinds = this.#find(thread);
		this.#last[thread] = { version, kinds };
		return kinds;
	}

	#find(thread: number): readonly WriteKind[] {
		const key = this.#keyOf(thread);
		let found = this.#known.get(key);
		if (found === undefined) {
			found = this.#follow(thread);
			this.#known.set(key, found);
		}
		return found;
	}

	#keyOf(thread: number): string {
		const { nodes, ids, source } = this.#graph;
		const { id, events } = nodes[thread];
		const values = events.map(({ kind }, index) => {
			if (kind !== "R") return "";
			const write = source[ids[thread][index]];
			const value = write < 0 ? undefined : resolveWrite(this.#graph, write);
			if (value === undefined || !isConcrete(value)) return "?";
			if (typeof value !== "object") return String(value);
			return `${value.object}+${value.offset}`;
		});
		return `${id} ${values.join()}`;
	}

	#follow(thread: number): readonly WriteKind[] {
		const { program, nodes } = this.#graph;
		const { state } = nodes[thread];
		const start = state.locals.map(({ value }): PossibleValues => {
			if (!isConcrete(value) && value.kind === "read")
				return this.#valuesOf(this.#graph.id(thread, value.event));
			const known = resolveSymbol(this.#graph, thread, value);
			return known === undefined || !isConcrete(known) || typeof known === "symbol" ? undefined : [known];
		});
		const outlook: Outlook = { program, memory: (cell) => this.#cells.of(cell) };
		const before = codeAhead(outlook, thread, state.pc, start);
		if (before === undefined) return this.#footprint.writes(thread, state.pc);
		// Of an instruction that is being carried out the address may not be what its locals now say.
		const open = state.updating || state.target !== undefined ? state.pc : -1;
		const found = new Map<string, WriteKind & { readonly cells: boolean[] }>();
		for (let pc = 0; pc < before.length; pc++) {
			const here = before[pc];
			if (here === undefined || pc >= program.threads[thread].code.length) continue;
			const { locals, locks } = here;
			const accessed = pc === open ? undefined : accessedCells(outlook, thread, pc, locals);
			for (const kind of this.#footprint.own(thread, pc)) {
				const key = `${kind.tags.join(" ")} | ${kind.partner?.join(" ")} | ${locks.join()}`;
				const entry = found.get(key) ?? { ...kind, cells: program.cells.map(() => false), locks };
				found.set(key, entry);
				kind.cells.forEach((there, cell) => {
					if (there && accessed?.includes(cell) !== false) entry.cells[cell] = true;
				});
			}
		}
		return [...found.values()];
	}

	#valuesOf(read: number): PossibleValues {
		const { events, source } = this.#graph;
		const write = source[read];
		if (write < 0) return this.#cells.of(events[read].cell);
		const value = resolveWrite(this.#graph, write);
		return value === undefined || typeof value === "symbol" ? undefined : [value];
	}
}
