import { type ArrayType, type CType, isScalar, type RecordType, sizeOf } from "../c-type.ts";

/** A location inside an object of C. */
export interface PlacedCell {
	/** What stands after the object's name: `.mask`, `[2].len`, or nothing. */
	readonly suffix: string;
	/** In bytes from the object's start. */
	readonly offset: number;
	readonly type: CType;
	readonly isConst: boolean;
}

/** The locations that an object is made of. */
export interface Layout {
	/** In the order of their offsets. */
	readonly cells: readonly PlacedCell[];
	/** For each offset at which an access may begin the index of the cell there. */
	readonly at: ReadonlyMap<number, number>;
}

/** Two locations of which one is part of the other, or they overlap: no model says what an access to one does to the other. */
export interface Overlap {
	readonly first: string;
	readonly second: string;
}

class Placer {
	readonly cells: PlacedCell[] = [];
	/** Distances after which the cells from an offset on are found again. */
	readonly repeats: { readonly from: number; readonly length: number }[] = [];
	readonly #limit: number;

	constructor(limit: number) {
		this.#limit = limit;
	}

	place(type: CType, offset: number, suffix: string, isConst: boolean): void {
		if (this.cells.length > this.#limit) return;
		if (type.kind === "record") this.#record(type, offset, suffix, isConst);
		else if (type.kind === "array") this.#array(type, offset, suffix, isConst);
		else this.cells.push({ suffix, offset, type, isConst });
	}

	#record(record: RecordType, offset: number, suffix: string, isConst: boolean): void {
		for (const member of record.members ?? []) {
			const name = member.name === undefined ? suffix : `${suffix}.${member.name}`;
			this.place(member.type, offset + member.offset, name, isConst || member.isConst);
		}
	}

	/** Memory of units is named as an array of them. */
	#array(array: ArrayType, offset: number, suffix: string, isConst: boolean): void {
		const element = array.unit ?? array.of;
		const size = sizeOf(element);
		const bytes = sizeOf(array);
		for (let at = 0, index = 0; at + size <= bytes; at += size, index++) {
			if (this.cells.length > this.#limit) return;
			this.place(element, offset + at, `${suffix}[${index}]`, isConst);
		}
		if (array.isMappedTwice) this.repeats.push({ from: offset, length: bytes });
	}
}

/**
 * The locations of an object of a type, one for each scalar in it. Members of a union that begin at one offset and have
 * one size are one location; others that share a byte are an overlap.
 * @param limit the most locations; if there are more, the result has one more
 */
export function placeCells(
	type: CType,
	isConst: boolean,
	limit: number,
): { readonly layout: Layout; readonly overlap?: Overlap } {
	const placer = new Placer(limit);
	placer.place(type, 0, "", isConst);
	const cells: PlacedCell[] = [];
	const at = new Map<number, number>();
	let overlap: Overlap | undefined;
	const inOrder = [...placer.cells].sort((a, b) => a.offset - b.offset);
	for (const cell of inOrder) {
		const last = cells.at(-1);
		if (last !== undefined && cell.offset < last.offset + sizeOf(last.type)) {
			const same = cell.offset === last.offset && sizeOf(cell.type) === sizeOf(last.type);
			if (same && isScalar(cell.type) && isScalar(last.type)) continue;
			overlap ??= { first: last.suffix, second: cell.suffix };
			continue;
		}
		at.set(cell.offset, cells.length);
		cells.push(cell);
	}
	for (const { from, length } of placer.repeats) {
		for (const [index, { offset }] of cells.entries()) {
			if (offset < from || offset >= from + length) continue;
			if (at.has(offset + length)) overlap ??= { first: cells[index].suffix, second: "what follows it" };
			else at.set(offset + length, index);
		}
	}
	return { layout: { cells, at }, ...(overlap && { overlap }) };
}
