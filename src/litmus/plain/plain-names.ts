import type { Program } from "../../execution/program.ts";
import { isKeyword } from "../macro-words.ts";
import { PRIMITIVES } from "../primitives.ts";

/** Names that no two things of a plain test share. */
export interface PlainNames {
	/** Of each cell, a variable of its own. */
	readonly cells: readonly string[];
	/** Of each thread's locals: those of its code first, then those that were added. */
	readonly locals: readonly (readonly string[])[];
	/** A name for one more local of a thread. */
	fresh(thread: number): string;
}

/** A name made of letters, digits and underscores: `len_1` for `len[1]`. */
function plain(name: string): string {
	return name.replace(/[^A-Za-z0-9]+/g, "_").replace(/^_+|_+$/g, "") || "v";
}

function distinct(name: string, taken: Set<string>): string {
	let found = name;
	for (let count = 2; taken.has(found) || isKeyword(found) || PRIMITIVES.has(found); count++)
		found = `${name}_${count}`;
	taken.add(found);
	return found;
}

/**
 * Names for all that a program has. What has a name of its own in the test keeps it.
 * @param counts of each thread the number of its locals
 */
export function plainNames({ cells, threads }: Program, counts: readonly number[]): PlainNames {
	const shared = new Set<string>();
	const ofCells = cells.map(({ name }) => (plain(name) === name ? distinct(name, shared) : undefined));
	const named = ofCells.map((name, cell) => name ?? distinct(plain(cells[cell].name), shared));
	const taken = threads.map(() => new Set(shared));
	const locals = threads.map(({ locals: own }, thread) => {
		// A parameter that is a local as well has the variable's name.
		const first = own.map(({ name }) => (plain(name) === name ? distinct(name, taken[thread]) : undefined));
		return Array.from({ length: counts[thread] }, (_, local) => {
			const name = own.at(local)?.name;
			const isNew = name === undefined || name.startsWith("%");
			return first.at(local) ?? distinct(isNew ? `t${local}` : plain(name), taken[thread]);
		});
	});
	return {
		cells: named,
		locals,
		fresh: (thread) => distinct(`t${counts[thread]}`, taken[thread]),
	};
}
