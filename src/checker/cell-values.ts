import type { Instruction } from "../execution/instruction.ts";
import type { Program } from "../execution/program.ts";
import type { Value } from "../execution/value.ts";
import { accessedCells, type Before, codeAhead, type Outlook, valuesAt } from "./code-ahead.ts";
import type { Footprint } from "./footprint.ts";
import { eitherOf, isList, type PossibleValues, possibleValues, soonAll } from "./possible-values.ts";

/** Rounds over all threads after which values are no longer told apart in full. */
const PATIENCE = 3;

/** Rounds over all threads after which nothing is said of any cell. */
const ROUNDS = 100;

/**
 * What each cell may hold in any execution. Every value is computed from others that were there before it; whether a
 * store runs, and where it goes, is another matter: threads may let each other run by plain accesses. So all stores are
 * taken to run at first, and to go wherever the footprint says. Only what that leaves possible is then used to tell where
 * they do go. Costs some looks at all code, once, when it is first asked.
 */
export class CellValues {
	readonly #program: Program;
	readonly #footprint: Footprint;
	#values: readonly PossibleValues[] | undefined;
	#written: readonly PossibleValues[] = [];

	constructor(program: Program, footprint: Footprint) {
		this.#program = program;
		this.#footprint = footprint;
	}

	/** What a read of a cell may give. */
	of(cell: number): PossibleValues {
		this.#values ??= this.#find();
		return this.#values[cell];
	}

	/** The one value that is ever written to a cell, beside its initial one; undefined if there may be several. */
	onlyWritten(cell: number): Value | undefined {
		this.#values ??= this.#find();
		const written = this.#written[cell];
		return isList(written) && written.length === 1 ? written[0] : undefined;
	}

	#find(): readonly PossibleValues[] {
		const { cells } = this.#program;
		let values: readonly PossibleValues[] = cells.map(({ initial }) => [initial]);
		for (let round = 0; ; round++) {
			const written = round < ROUNDS ? this.#writtenWith(values, false) : cells.map(() => undefined);
			const either = round < PATIENCE ? eitherOf : soonAll;
			const next = values.map((known, cell) => either(known, written[cell]));
			if (next.every((value, cell) => value === values[cell])) break;
			values = next;
		}
		this.#written = this.#writtenWith(values, true);
		return this.#written.map((written, cell) => eitherOf([cells[cell].initial], written));
	}

	/** @param isSound whether the values are known to be all there are: where threads and accesses go may then be told by them */
	#writtenWith(values: readonly PossibleValues[], isSound: boolean): readonly PossibleValues[] {
		const program = this.#program;
		const written: PossibleValues[] = program.cells.map(() => []);
		const memory = (cell: number): PossibleValues => values[cell];
		const outlook: Outlook = { program, memory, ...(!isSound && { footprint: this.#footprint }) };
		for (const { index, code, locals } of program.threads) {
			const start = locals.map(({ initial }): PossibleValues => [initial]);
			const before = codeAhead(outlook, index, 0, start);
			code.forEach((instruction, pc) => {
				const here = before?.[pc];
				if (before !== undefined && here === undefined) return;
				const accessed = here && accessedCells(outlook, index, pc, here.locals);
				const value = here && writtenBy(outlook, instruction, here, accessed);
				for (const { cells } of this.#footprint.own(index, pc))
					cells.forEach((there, cell) => {
						if (there && accessed?.includes(cell) !== false) written[cell] = eitherOf(written[cell], value);
					});
			});
		}
		return written;
	}
}

/** What an instruction writes, if it writes. */
function writtenBy(
	outlook: Outlook,
	instruction: Instruction,
	{ locals }: Before,
	accessed: readonly number[] | undefined,
): PossibleValues {
	if (instruction.kind === "store") return possibleValues(instruction.value, locals);
	if (instruction.kind === "lock" || instruction.kind === "trylock") return [1n];
	if (instruction.kind === "unlock") return [0n];
	if (instruction.kind !== "update") return undefined;
	const old = valuesAt(outlook, accessed);
	return possibleValues(instruction.next, locals.with(instruction.local, old));
}
