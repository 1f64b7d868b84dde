import fc from "fast-check";
import { REGISTERS, THEMES } from "./arbitrary-access.ts";
import { arbitraryStatement } from "./arbitrary-statement.ts";
import { indented, type Statement } from "./statement.ts";

/** Everything that a random thread may share, with the type of its parameter. */
const SHARED: ReadonlyMap<string, string> = new Map([
	["x", "int *x"],
	["y", "int *y"],
	["z", "int *z"],
	["arr", "int *arr"],
	["a", "atomic_t *a"],
	["b", "atomic_t *b"],
	["ptr", "int **ptr"],
	["l", "spinlock_t *l"],
	["m", "spinlock_t *m"],
	["s", "struct srcu_struct *s"],
	["s2", "struct srcu_struct *s2"],
]);

const NOT_OBSERVED: ReadonlySet<string> = new Set(["l", "m", "s", "s2"]);

interface Atom {
	readonly term: number;
	readonly value: number;
	readonly negated: boolean;
}

/**
 * A random litmus test as text: two or three threads, at most `mostEvents` memory events on the longest
 * paths, `locations` that list all variables and registers, and a random condition. Always
 * syntactically valid; shrinks by dropping threads and statements and by simplifying them.
 */
export function arbitraryTest(mostEvents = 8): fc.Arbitrary<string> {
	const atom = fc.record<Atom>({ term: fc.nat(30), value: fc.nat(3), negated: fc.boolean() });
	const threadsOf = THEMES.map((theme) => {
		const thread = fc.array(arbitraryStatement(theme), { minLength: 2, maxLength: 6, size: "max" });
		return fc.array(thread, { minLength: 2, maxLength: 3 });
	});
	return fc
		.record({
			threads: fc.oneof(...threadsOf),
			// Threads of one body: a checker may explore them up to renaming.
			twins: fc.constantFrom("none", "none", "none", "first and last", "all"),
			initial: fc.array(fc.constantFrom("x = 1;", "y = 2;", "a = 1;"), { maxLength: 1 }),
			quantifier: fc.constantFrom("exists", "~exists", "forall"),
			atoms: fc.array(atom, { minLength: 1, maxLength: 3 }),
			join: fc.constantFrom(" /\\ ", " \\/ "),
			filter: fc.oneof({ weight: 20, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: atom }),
		})
		.map(({ threads, twins, initial, quantifier, atoms, join, filter }) => {
			const kept = withinBudget(withTwins(threads, twins), mostEvents);
			const bodies = kept.map((thread) => indented(thread, ""));
			const used = [...SHARED.keys()].filter((name) => bodies.some((lines) => mentions(lines, name)));
			if (used.includes("ptr")) for (const name of ["y", "x"]) if (!used.includes(name)) used.unshift(name);
			const terms = observable(bodies, used);
			const print = ({ term, value, negated }: Atom): string =>
				terms.length === 0 ? "true" : `${negated ? "~" : ""}(${equation(terms[term % terms.length], value)})`;
			return [
				"C random",
				"",
				"{",
				...declared(used, initial).map((text) => `\t${text}`),
				"}",
				...bodies.flatMap((lines, thread) => process(thread, lines)),
				"",
				`locations [${terms.join("; ")}]`,
				...(filter === undefined ? [] : [`filter (${print(filter)})`]),
				`${quantifier} (${atoms.map(print).join(join)})`,
				"",
			].join("\n");
		});
}

function withTwins(
	threads: readonly (readonly Statement[])[],
	twins: string,
): readonly (readonly Statement[])[] {
	if (twins === "none") return threads;
	return threads.map((thread, index) =>
		twins === "all" || index === threads.length - 1 ? threads[0] : thread,
	);
}

/** Cuts the threads' ends off until the longest paths fit. */
function withinBudget(
	threads: readonly (readonly Statement[])[],
	mostEvents: number,
): readonly (readonly Statement[])[] {
	const kept = threads.map((): Statement[] => []);
	let left = mostEvents;
	for (let index = 0; threads.some((thread) => index < thread.length); index++)
		for (const [thread, statements] of threads.entries()) {
			if (index >= statements.length || statements[index].events > left) continue;
			kept[thread].push(statements[index]);
			left -= statements[index].events;
		}
	return kept;
}

function mentions(lines: readonly string[], name: string): boolean {
	return lines.some((text) => new RegExp(`\\b${name}\\b`).test(text));
}

function declared(used: readonly string[], initial: readonly string[]): readonly string[] {
	return [
		...initial.filter((text) => used.includes(text[0])),
		...(used.includes("arr") ? ["int arr[2] = {0, 1};"] : []),
		...(used.includes("ptr") ? ["int *ptr = &x;"] : []),
	];
}

function observable(bodies: readonly (readonly string[])[], used: readonly string[]): readonly string[] {
	return [
		...used
			.filter((name) => !NOT_OBSERVED.has(name))
			.flatMap((name) => (name === "arr" ? ["arr[0]", "arr[1]"] : [name])),
		...bodies.flatMap((lines, thread) =>
			[...REGISTERS, "p0"].filter((name) => mentions(lines, name)).map((name) => `${thread}:${name}`),
		),
	];
}

function equation(term: string, value: number): string {
	const isPointer = term === "ptr" || term.endsWith(":p0");
	return `${term}=${isPointer ? ["&x", "&y", "0", "&x"][value] : value}`;
}

function process(thread: number, lines: readonly string[]): readonly string[] {
	const used = [...SHARED.keys()].filter((name) => mentions(lines, name));
	const parameters = used.map((name) => SHARED.get(name) ?? "");
	const registers = REGISTERS.filter((name) => mentions(lines, name));
	return [
		"",
		`P${thread}(${parameters.join(", ")})`,
		"{",
		...registers.map((name) => `\tint ${name} = 0;`),
		...(mentions(lines, "p0") ? ["\tint *p0 = 0;"] : []),
		"",
		...lines,
		"}",
	];
}
