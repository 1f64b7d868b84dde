import type { Value } from "../../src/execution/value.ts";
import type { Axioms } from "./axioms.ts";
import type { Candidate } from "./candidate.ts";
import type { CellView, CellWitness } from "./cell-witnesses.ts";
import { Matrix } from "./matrix.ts";
import { product } from "./product.ts";

/** A choice of rf and co for all cells. */
export interface Witness {
	readonly rf: Matrix;
	readonly co: Matrix;
	/** For each cell what its last write wrote. */
	readonly finals: readonly (Value | undefined)[];
}

/**
 * Makes the choices of rf and co of candidates of one program. What a cell allows depends on the events
 * on that cell alone, so it is remembered for the many candidates that agree on them.
 */
export class Witnesses {
	readonly #cells: number;
	readonly #choose: Axioms["cellWitnesses"];
	readonly #known = new Map<string, readonly CellWitness[] | undefined>();

	/**
	 * @param cells the number of the program's cells
	 * @param choose gives the choices for one cell
	 */
	constructor(cells: number, choose: Axioms["cellWitnesses"]) {
		this.#cells = cells;
		this.#choose = choose;
	}

	/** Every witness of a candidate that is made of choices for its cells; undefined if there are too many. */
	*of(candidate: Candidate): Generator<Witness | undefined> {
		const { events } = candidate;
		const members: number[][] = [];
		const options: (readonly CellWitness[])[] = [];
		for (let cell = 0; cell < this.#cells; cell++) {
			const on = events.flatMap((event, i) => (event.cell === cell && event.kind !== "F" ? [i] : []));
			const found = this.#ofCell({
				events: on.map((index) => events[index]),
				rmwWrite: on.map((index) => on.indexOf(candidate.rmw.find(([read]) => read === index)?.[1] ?? -1)),
			});
			if (found === undefined) yield undefined;
			if (found === undefined || found.length === 0) return;
			members.push(on);
			options.push(found);
		}
		for (const chosen of product(options)) {
			const rf = new Array<number>(events.length).fill(0);
			const co = new Array<number>(events.length).fill(0);
			for (const [cell, witness] of chosen.entries()) {
				const order = witness.order.map((index) => members[cell][index]);
				for (const [write, read] of witness.rf) rf[members[cell][write]] |= 1 << members[cell][read];
				for (const [place, write] of order.entries())
					for (const later of order.slice(place + 1)) co[write] |= 1 << later;
			}
			const finals = chosen.map(({ order }, cell) => events[members[cell][order[order.length - 1]]].value);
			yield { rf: new Matrix(rf), co: new Matrix(co), finals };
		}
	}

	#ofCell(view: CellView): readonly CellWitness[] | undefined {
		const described = view.events.map(({ kind, thread, tags, value }) => [kind, thread, tags, print(value)]);
		const key = JSON.stringify([described, view.rmwWrite]);
		const known = this.#known.has(key) ? this.#known.get(key) : this.#choose(view);
		this.#known.set(key, known);
		return known;
	}
}

function print(value: Value | undefined): string {
	return typeof value === "object" ? `${value.object}+${value.offset}` : String(value);
}
