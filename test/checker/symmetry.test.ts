import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../../src/checker/check.ts";
import type { Program } from "../../src/execution/program.ts";
import { loadProgram } from "../../src/litmus/load-program.ts";
import { builtin } from "../cat/load.ts";
import { shippedTests } from "../suite/shipped-tests.ts";

const lkmm = builtin("lkmm");

function load(text: string): Program {
	const loaded = loadProgram({ path: "<twins>", text });
	if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join("\n"));
	return loaded.value;
}

/** What a verdict says of the program; with symmetry it must be the same. */
function said(program: Program, symmetry: boolean): object {
	const { kind, positive, negative, states, flags } = check(program, lkmm, { unroll: 2, symmetry });
	return { kind, positive, negative, states, flags };
}

const statement = fc.constantFrom(
	"r0 = READ_ONCE(*x);",
	"WRITE_ONCE(*x, 1);",
	"WRITE_ONCE(*y, r0 + 1);",
	"r1 = *y;",
	"*y = 2;",
	"r1 = xchg(x, 2);",
	"r0 = spin_is_locked(l);",
	"if (r0) WRITE_ONCE(*x, 2);",
);
const section = fc
	.tuple(fc.constantFrom("lock", "trylock"), fc.array(statement, { maxLength: 2 }))
	.map(([kind, body]) =>
		kind === "lock"
			? `spin_lock(l); ${body.join(" ")} spin_unlock(l);`
			: `r1 = spin_trylock(l); if (r1) { ${body.join(" ")} spin_unlock(l); }`,
	);
const twinTests = fc
	.record({
		before: fc.array(statement, { maxLength: 1 }),
		section,
		after: fc.array(statement, { maxLength: 1 }),
		twins: fc.constantFrom(2, 2, 3),
		other: fc.array(statement, { maxLength: 1 }),
		observed: fc.subarray(["x", "y", "0:r0", "1:r0", "0:r1", "1:r1"]),
		value: fc.nat(2),
	})
	.map(({ before, section: inside, after, twins, other, observed, value }) => {
		const process = (index: number, body: readonly string[]): string =>
			`P${index}(int *x, int *y, spinlock_t *l) { int r0 = 0; int r1 = 0; ${body.join(" ")} }`;
		const bodies = Array.from({ length: twins }, () => [...before, inside, ...after]);
		return [
			"C twins {}",
			...[...bodies, other].map((body, index) => process(index, body)),
			`locations [${observed.join("; ")}]`,
			`exists (${observed[0] ?? "x"}=${value})`,
		].join("\n\n");
	});

test("twin threads: the same counts, states and flags with symmetry as without", () => {
	let reduced = 0;
	const property = fc.property(twinTests, (text) => {
		const program = load(text);
		expect(said(program, true)).toEqual(said(program, false));
		const explored = (symmetry: boolean): number =>
			check(program, lkmm, { unroll: 2, symmetry }).explored.executions;
		if (explored(true) < explored(false)) reduced++;
	});
	fc.assert(property, { numRuns: 150 });
	expect(reduced).toBeGreaterThan(30);
});

describe("the ring buffer's flat tests", () => {
	const small = shippedTests.filter(({ path }) => /header-only\/bpf-rb-[123]p1c/.test(path));
	test("are there", () => expect(small.length).toBeGreaterThan(4));
	test.each(small.map(({ path, file }) => [path, file.text]))("%s", (_, text) => {
		const program = load(text);
		expect(said(program, true)).toEqual(said(program, false));
	});
});
