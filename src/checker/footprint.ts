import type { Access, Instruction } from "../execution/instruction.ts";
import type { Program } from "../execution/program.ts";
import { AddressReach } from "./address-reach.ts";
import { mayAccess } from "./may-access.ts";
import { successors } from "./successors.ts";

/** One way in which a thread may still write: the tags of the write, and the cells. */
export interface WriteKind {
	readonly tags: readonly string[];
	/** The tags of the read of its read-modify-write, where they differ. */
	readonly partner?: readonly string[];
	/** Whether the cell is in it, by cell. */
	readonly cells: readonly boolean[];
	/** Locks that the thread takes before it writes, whichever way it goes; absent where that is not known. */
	readonly locks?: readonly number[];
}

/**
 * What each thread may still write from each of its instructions on, over all paths. Addresses that are
 * not constants may be any cell at a distance from where they start that their steps allow, or any cell at all.
 */
export class Footprint {
	/** For each thread and instruction (and its end), the kinds of writes still possible. */
	readonly #from: readonly (readonly WriteKind[])[][];
	/** For each thread and instruction, what the instruction itself may write. */
	readonly #own: readonly (readonly WriteKind[])[][];
	/** For each thread and instruction, the cells that it may access, by cell. */
	readonly #accessed: readonly (readonly boolean[])[][];

	constructor(program: Program) {
		const reaches = program.threads.map((thread) => new AddressReach(program, thread));
		this.#accessed = program.threads.map(({ code }, thread) =>
			code.map((instruction) =>
				"address" in instruction ? targets(program, reaches[thread], instruction) : [],
			),
		);
		this.#own = program.threads.map(({ code }, thread) =>
			code.map((instruction, pc) => writesOf(instruction, this.#accessed[thread][pc])),
		);
		this.#from = program.threads.map(({ code }, thread) => reachableWrites(code, this.#own[thread]));
	}

	/** Whether some access goes where the threads' values say. */
	get hasComputedAddresses(): boolean {
		return this.#accessed.some((code) => code.some((cells) => cells.filter((there) => there).length > 1));
	}

	/** The cells that one instruction may access, by cell. */
	accessed(thread: number, pc: number): readonly boolean[] {
		return this.#accessed[thread][pc];
	}

	/** The kinds of writes that one instruction may make. */
	own(thread: number, pc: number): readonly WriteKind[] {
		return this.#own[thread][pc];
	}

	/** The kinds of writes that a thread may still make from instruction `pc` on. */
	writes(thread: number, pc: number): readonly WriteKind[] {
		return this.#from[thread][pc];
	}

	/** Whether a thread may still write a cell from instruction `pc` on. */
	mayWrite(thread: number, pc: number, cell: number): boolean {
		return this.#from[thread][pc].some((kind) => kind.cells[cell]);
	}
}

function reachableWrites(
	code: readonly Instruction[],
	own: readonly (readonly WriteKind[])[],
): (readonly WriteKind[])[] {
	const found: Map<string, GrowingKind>[] = [];
	for (let pc = 0; pc <= code.length; pc++) found.push(new Map());
	for (let changed = true; changed; ) {
		changed = false;
		for (let pc = code.length - 1; pc >= 0; pc--) {
			const here = found[pc];
			for (const kind of own[pc]) if (merge(here, kind)) changed = true;
			for (const next of successors(code[pc], pc))
				for (const kind of found[next].values()) if (merge(here, kind)) changed = true;
		}
	}
	return found.map((kinds) => [...kinds.values()]);
}

type GrowingKind = Omit<WriteKind, "cells"> & { readonly cells: boolean[] };

function merge(into: Map<string, GrowingKind>, kind: WriteKind): boolean {
	const key = `${kind.tags.join(" ")} | ${kind.partner?.join(" ")}`;
	const known = into.get(key);
	if (known === undefined) {
		into.set(key, { ...kind, cells: [...kind.cells] });
		return true;
	}
	let changed = false;
	kind.cells.forEach((there, cell) => {
		if (there && !known.cells[cell]) {
			known.cells[cell] = true;
			changed = true;
		}
	});
	return changed;
}

function writesOf(instruction: Instruction, cells: readonly boolean[]): WriteKind[] {
	switch (instruction.kind) {
		case "store":
			return [{ tags: instruction.tags, cells }];
		case "update": {
			const { tags, writeTags } = instruction;
			if (writeTags === undefined) return [{ tags: [...tags, "RMW"], cells }];
			return [{ tags: [...writeTags, "RMW"], partner: [...tags, "RMW"], cells }];
		}
		case "lock":
		case "trylock":
			return [{ tags: ["LKW"], cells }];
		case "unlock":
			return [{ tags: ["UL"], cells }];
		default:
			return [];
	}
}

function targets(program: Program, reach: AddressReach, instruction: Access): boolean[] {
	const { address } = instruction;
	const reached = program.cells.map(() => false);
	if (address === undefined) return reached;
	program.objects.forEach(({ cells }, object) => {
		for (const [offset, cell] of cells)
			if (mayAccess(program.cells[cell], instruction) && reach.includes(address, { object, offset }))
				reached[cell] = true;
	});
	return reached;
}
