import type { Program } from "../execution/program.ts";
import type { Proposition, Term } from "../execution/proposition.ts";
import { isPointer, type Value } from "../execution/value.ts";
import type { FinalValues } from "./final-values.ts";
import type { Symmetry } from "./symmetry.ts";
import { propositionsOf, termsOf, withInner } from "./terms-of.ts";

type Values = readonly (Value | undefined)[];

/**
 * The final values of an execution that its test can ask for, those of twins' locals by thread, so that
 * they can be exchanged.
 */
export interface Ending {
	/** Equal for equal endings alone. */
	readonly key: string;
	readonly fixed: Values;
	/** For each thread the values of locals that the test names of it or of a twin; empty if it names none. */
	readonly parts: readonly Values[];
}

/** Which final values a program's test can ask for, and how they are kept. */
export class EndingLayout {
	readonly #program: Program;
	readonly #symmetry: Symmetry;
	/** For each cell that is kept, its place among the fixed values. */
	readonly #cells = new Map<number, number>();
	/** By thread and local, the place among the fixed values of a local of a thread without twins. */
	readonly #locals = new Map<
		string,
		{ readonly thread: number; readonly local: number; readonly at: number }
	>();
	/** For each thread with twins, the locals that are kept, and the numbers by which twins have them, too. */
	readonly #slots: readonly { readonly number: number; readonly local: number }[][];
	/** Whether the test names locals of twins: exchanging them then shows. */
	readonly tellsTwinsApart: boolean;
	/** Whether the test's filter may leave one of two executions that twins' names alone tell apart. */
	readonly filterTellsTwinsApart: boolean;

	constructor(program: Program, symmetry: Symmetry) {
		this.#program = program;
		this.#symmetry = symmetry;
		this.#slots = program.threads.map(() => []);
		const terms = [
			...program.observed.flatMap(({ term }) => withInner(term)),
			...termsOf(program.proposition),
			...termsOf(program.filter),
			...propositionsOf(program)
				.filter((proposition) => this.namesTwins(proposition))
				.flatMap(termsOf),
		];
		// What a pointer will point to is known at the end alone.
		if (terms.some(({ kind }) => kind === "dereference"))
			for (const cell of program.cells.keys()) this.#cells.set(cell, cell);
		for (const term of terms) this.#keep(term);
		this.tellsTwinsApart = this.#slots.some((slots) => slots.length > 0);
		this.filterTellsTwinsApart = this.namesTwins(program.filter);
	}

	/** Whether a proposition names locals of twins, so that it may be true of one of two executions that they tell apart. */
	namesTwins(proposition: Proposition): boolean {
		return termsOf(proposition).some(
			(term) => term.kind === "local" && this.#symmetry.classes[term.thread].length > 1,
		);
	}

	#keep(term: Term): void {
		if (term.kind === "cell") {
			if (!this.#cells.has(term.cell)) this.#cells.set(term.cell, this.#cells.size + this.#locals.size);
		} else if (term.kind === "local") {
			const { thread, local } = term;
			const key = `${thread}:${local}`;
			const number = this.#symmetry.numberOf(thread, local);
			if (number === undefined) return;
			if (this.#symmetry.classes[thread].length > 1) {
				for (const twin of this.#symmetry.classes[thread]) this.#keepOfTwin(twin, number);
			} else if (!this.#locals.has(key))
				this.#locals.set(key, { thread, local, at: this.#cells.size + this.#locals.size });
		}
	}

	#keepOfTwin(thread: number, number: number): void {
		const slots = this.#slots[thread];
		const local = this.#symmetry.localOf(thread, number);
		if (local !== undefined && !slots.some((slot) => slot.number === number)) slots.push({ number, local });
	}

	/** How an execution ends that ends with some values. */
	of(values: FinalValues): Ending {
		const fixed: (Value | undefined)[] = [];
		for (const [cell, at] of this.#cells) fixed[at] = values.cell(cell);
		for (const { thread, local, at } of this.#locals.values()) fixed[at] = values.local(thread, local);
		const parts = this.tellsTwinsApart
			? this.#slots.map((slots, thread) => slots.map(({ local }) => values.local(thread, local)))
			: [];
		return { key: keyOf(fixed, parts), fixed, parts };
	}

	/** The final values of an ending, of those that the test can ask for. */
	values(ending: Ending): FinalValues {
		return {
			cell: (cell) => this.#cell(ending, cell),
			local: (thread, local) => this.#local(ending, thread, local),
		};
	}

	#cell(ending: Ending, cell: number): Value | undefined {
		const at = this.#cells.get(cell);
		return at === undefined ? undefined : ending.fixed[at];
	}

	#local(ending: Ending, thread: number, local: number): Value | undefined {
		const number = this.#symmetry.numberOf(thread, local);
		if (number === undefined) return this.#program.threads[thread].locals[local].initial;
		const place = this.#locals.get(`${thread}:${local}`);
		if (place !== undefined) return ending.fixed[place.at];
		return ending.parts[thread][this.#slots[thread].findIndex((slot) => slot.number === number)];
	}
}

/** The same ending with the threads' parts exchanged: `renaming` has for each thread the one that it becomes. */
export function renameEnding(ending: Ending, renaming: readonly number[]): Ending {
	if (ending.parts.length === 0) return ending;
	const parts: Values[] = [...ending.parts];
	ending.parts.forEach((values, thread) => {
		parts[renaming[thread]] = values;
	});
	return { key: keyOf(ending.fixed, parts), fixed: ending.fixed, parts };
}

function keyOf(fixed: Values, parts: readonly Values[]): string {
	return [fixed, ...parts].map((values) => values.map(textOf).join()).join("|");
}

function textOf(value: Value | undefined): string {
	if (value === undefined) return "?";
	return isPointer(value) ? `${value.object}+${value.offset}` : String(value);
}
