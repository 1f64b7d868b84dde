import type { Program } from "../execution/program.ts";
import type { Proposition, Term } from "../execution/proposition.ts";
import type { ThreadProgram } from "../execution/thread-program.ts";
import { propositionsOf, termsOf, withInner } from "./terms-of.ts";

/**
 * Twins that are kept together although the test names locals of some. How the executions of more end would
 * have to be known for each choice of who is named: those named are twins of each other alone then.
 */
const TOGETHER = 4;

/**
 * Which threads are twins: of the same code up to the names and numbers of their locals, so that a
 * program's executions stay its executions when they exchange their parts.
 */
export class Symmetry {
	/** For each thread the threads like it, itself among them, ascending. */
	readonly classes: readonly (readonly number[])[];
	/** Whether any two threads are twins. */
	readonly exists: boolean;
	/** For each thread, by local, the number that its twins' local of the same use has, too. */
	readonly #numbers: readonly ReadonlyMap<number, number>[];

	/**
	 * @param enabled whether twins are looked for; if not, no thread is like another
	 * @param wanted what is true of the executions that are looked for, if only some are
	 */
	constructor(program: Program, enabled: boolean, wanted?: Proposition) {
		const described = program.threads.map(describe);
		this.#numbers = described.map(({ numbers }) => numbers);
		const named = namedThreads(program);
		const apart = new Set([...keptApart(program), ...threadsIn(wanted === undefined ? [] : termsOf(wanted))]);
		this.classes = described.map(({ text }, thread) => {
			if (!enabled || apart.has(thread)) return [thread];
			const twins = [...described.keys()].filter(
				(other) => described[other].text === text && !apart.has(other),
			);
			if (twins.length <= TOGETHER) return twins;
			return twins.filter((other) => named.has(other) === named.has(thread));
		});
		this.exists = this.classes.some((twins) => twins.length > 1);
	}

	/** The number that a local shares with its twins' locals of the same use; undefined if its thread never uses it. */
	numberOf(thread: number, local: number): number | undefined {
		return this.#numbers[thread].get(local);
	}

	/** The local of a thread that has a number, as `numberOf` gives it for a twin. */
	localOf(thread: number, number: number): number | undefined {
		for (const [local, own] of this.#numbers[thread]) if (own === number) return local;
		return undefined;
	}
}

/** The threads of which the test names locals. */
function namedThreads(program: Program): ReadonlySet<number> {
	const { observed, proposition, filter } = program;
	return threadsIn([
		...observed.flatMap(({ term }) => withInner(term)),
		...termsOf(proposition),
		...termsOf(filter),
		...propositionsOf(program).flatMap(termsOf),
	]);
}

/**
 * The threads that a filter names in a program with properties. Which of two executions that only such threads tell
 * apart is an execution, and so shows a property, hangs on their names.
 */
function keptApart({ properties = [], filter }: Program): ReadonlySet<number> {
	return threadsIn(properties.length === 0 ? [] : termsOf(filter));
}

function threadsIn(terms: readonly Term[]): ReadonlySet<number> {
	return new Set(terms.flatMap((term) => (term.kind === "local" ? [term.thread] : [])));
}

/** A thread's code as a text that twins share: locals are numbered in the order in which the code names them. */
function describe(thread: ThreadProgram): { text: string; numbers: ReadonlyMap<number, number> } {
	const numbers = new Map<number, number>();
	const number = (local: number): number => {
		const known = numbers.get(local);
		if (known !== undefined) return known;
		numbers.set(local, numbers.size);
		return numbers.size - 1;
	};
	const rename = (key: string, value: unknown): unknown => {
		if (key === "span") return undefined;
		if (key === "local" && typeof value === "number") return number(value);
		if (key === "live" && Array.isArray(value)) return value.map(number).sort((a, b) => a - b);
		return typeof value === "bigint" ? `${value}n` : value;
	};
	const code = JSON.stringify(thread.code, rename);
	const initial = JSON.stringify(
		[...numbers.keys()].map((local) => thread.locals[local].initial),
		rename,
	);
	return { text: `${thread.loops} ${code} ${initial}`, numbers };
}
