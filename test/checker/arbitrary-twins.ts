import fc from "fast-check";
import { THEMES } from "../judge/arbitrary-access.ts";
import { arbitraryStatement } from "../judge/arbitrary-statement.ts";
import { indented, type Statement } from "../judge/statement.ts";

/** What random twins may share, with the type of its parameter. */
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

const LOCKS = ["l", "m", "s", "s2"];

/** What a thread calls its locals: twins need not agree. */
const NAMES = [
	["r0", "r1", "p0"],
	["r1", "r0", "p0"],
	["first", "second", "place"],
];

interface Shape {
	readonly bodies: readonly (readonly Statement[])[];
	/** For each thread the body that it runs. */
	readonly cast: readonly number[];
	readonly observed: readonly number[];
	readonly equations: readonly (readonly [number, number])[];
	readonly quantifier: string;
	readonly filter: readonly [number, number] | undefined;
}

/**
 * A random test as text with up to four threads of one or two bodies, whose locals go by different names,
 * and a condition, a filter and observed values that may name twins' registers.
 */
export function arbitraryTwins(): fc.Arbitrary<string> {
	const equation = fc.tuple(fc.nat(30), fc.nat(2));
	return fc
		.record({
			bodies: fc.oneof(
				...THEMES.map((theme) =>
					fc.array(fc.array(arbitraryStatement(theme), { minLength: 1, maxLength: 4, size: "max" }), {
						minLength: 2,
						maxLength: 2,
					}),
				),
			),
			cast: fc.constantFrom(
				[0, 0],
				[0, 0, 1],
				[0, 0, 0],
				[0, 0, 1, 1],
				[0, 1, 0],
				[0, 0, 0, 1],
				[0, 0, 0, 0],
			),
			observed: fc.array(fc.nat(30), { maxLength: 4 }),
			equations: fc.array(equation, { minLength: 1, maxLength: 2 }),
			quantifier: fc.constantFrom("exists", "~exists", "forall"),
			filter: fc.option(equation, { nil: undefined, freq: 12 }),
		})
		.map(print);
}

function print({ bodies, cast, observed, equations, quantifier, filter }: Shape): string {
	const most = Math.floor(9 / cast.length);
	const kept = bodies.map((body) => shortened(body, most));
	const threads = cast.map((body, thread) => {
		const names = NAMES[thread % NAMES.length];
		const lines = indented(kept[body], "");
		return {
			lines: lines.map((text) => renamed(text, names)),
			used: [...SHARED.keys()].filter((name) => mentions(lines, name)),
			registers: ["r0", "r1"].map((_, i) => names[i]),
			pointer: names[2],
		};
	});
	const used = [...SHARED.keys()].filter((name) => threads.some((thread) => thread.used.includes(name)));
	if (used.includes("ptr")) for (const name of ["x", "y"]) if (!used.includes(name)) used.push(name);
	const terms = [
		...used.filter((name) => !LOCKS.includes(name) && name !== "arr" && name !== "ptr"),
		...threads.flatMap(({ registers }, thread) => registers.map((name) => `${thread}:${name}`)),
	];
	const term = (index: number): string => terms[index % terms.length];
	const equal = ([index, value]: readonly [number, number]): string => `${term(index)}=${value}`;
	return [
		"C twins",
		`{ ${used.includes("arr") ? "int arr[2] = {0, 1};" : ""} ${used.includes("ptr") ? "int *ptr = &x;" : ""} }`,
		...threads.map((thread, index) =>
			[
				`P${index}(${thread.used.map((name) => SHARED.get(name)).join(", ")}) {`,
				...thread.registers.map((name) => `\tint ${name} = 0;`),
				`\tint *${thread.pointer} = 0;`,
				...thread.lines,
				"}",
			].join("\n"),
		),
		`locations [${[...new Set(observed.map(term))].join("; ")}]`,
		...(filter === undefined ? [] : [`filter (~(${equal(filter)}))`]),
		`${quantifier} (${equations.map(equal).join(" /\\ ")})`,
		"",
	].join("\n\n");
}

/** As many of the first statements as make at most so many events. */
function shortened(body: readonly Statement[], most: number): readonly Statement[] {
	let left = most;
	return body.filter(({ events }) => {
		if (events > left) return false;
		left -= events;
		return true;
	});
}

function renamed(text: string, names: readonly string[]): string {
	return text.replace(/\b(r0|r1|p0)\b/g, (name) => names[["r0", "r1", "p0"].indexOf(name)]);
}

function mentions(lines: readonly string[], name: string): boolean {
	return lines.some((text) => new RegExp(`\\b${name}\\b`).test(text));
}
