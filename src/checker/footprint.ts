import type { Expression } from "../execution/expression.ts";
import type { Instruction } from "../execution/instruction.ts";
import type { Program } from "../execution/program.ts";
import type { ThreadProgram } from "../execution/thread-program.ts";
import { isPointer } from "../execution/value.ts";
import { cellAt } from "./cell-at.ts";

/** One way in which a thread may still write: the tags of the write, and the cells. */
export interface WriteKind {
	readonly tags: readonly string[];
	/** The tags of the read of its read-modify-write, where they differ. */
	readonly partner?: readonly string[];
	/** Whether the cell is in it, by cell. */
	readonly cells: readonly boolean[];
}

/**
 * What each thread may still write from each of its instructions on, over all paths. Addresses that are
 * not constants may be any cell of the object they start from, or any cell at all.
 */
export class Footprint {
	/** For each thread and instruction (and its end), the kinds of writes still possible. */
	readonly #from: readonly (readonly WriteKind[])[][];

	constructor(program: Program) {
		this.#from = program.threads.map((thread) => reachableWrites(program, thread));
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

function reachableWrites(program: Program, thread: ThreadProgram): (readonly WriteKind[])[] {
	const { code } = thread;
	const own = code.map((instruction) => writesOf(program, instruction));
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

function writesOf(program: Program, instruction: Instruction): WriteKind[] {
	switch (instruction.kind) {
		case "store":
			return [{ tags: instruction.tags, cells: targets(program, instruction.address) }];
		case "update": {
			const { tags, writeTags, address } = instruction;
			const cells = targets(program, address);
			if (writeTags === undefined) return [{ tags: [...tags, "RMW"], cells }];
			return [{ tags: [...writeTags, "RMW"], partner: [...tags, "RMW"], cells }];
		}
		case "lock":
		case "trylock":
			return [{ tags: ["LKW"], cells: targets(program, instruction.address) }];
		case "unlock":
			return [{ tags: ["UL"], cells: targets(program, instruction.address) }];
		default:
			return [];
	}
}

function targets(program: Program, address: Expression): boolean[] {
	if (address.kind === "constant" && isPointer(address.value)) {
		const cell = cellAt(program, address.value);
		return program.cells.map((_, i) => i === cell);
	}
	if (address.kind === "offset" && address.pointer.kind === "constant") {
		const base = address.pointer.value;
		if (isPointer(base)) return program.cells.map((cell) => cell.object === base.object);
	}
	return program.cells.map(() => true);
}

function successors(instruction: Instruction, pc: number): readonly number[] {
	if (instruction.kind === "jump") return [instruction.target];
	if (instruction.kind === "branch") return [instruction.whenTrue, instruction.whenFalse];
	return [pc + 1];
}
