import { expect, test } from "vitest";
import type { Execution } from "../../src/execution/execution.ts";
import { SmallestWitness, type Wanted } from "../../src/explain/smallest-witness.ts";
import { reorderings } from "../../src/explain/step-order.ts";
import { loadProgram } from "../../src/litmus/load-program.ts";
import { shippedModel } from "../oracle/shipped-model.ts";

/** What makes a witness small: threads that do something, events, events out of program order. */
interface Size {
	readonly threads: number;
	readonly events: number;
	readonly moved: number;
}

function sizeOf(execution: Execution): Size {
	const own = execution.events.filter(({ thread }) => thread >= 0);
	return {
		threads: new Set(own.map(({ thread }) => thread)).size,
		events: own.length,
		moved: reorderings(execution),
	};
}

/** The size of the smallest witness of a test's condition, or of its first property. */
function smallest(name: string, body: string, wanted?: Wanted): Size | undefined {
	const loaded = loadProgram({ path: name, text: `C ${name}\n\n{ }\n\n${body}\n` });
	if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join("; "));
	const { proposition } = loaded.value;
	const search = new SmallestWitness(
		loaded.value,
		shippedModel("lkmm"),
		wanted ?? { kind: "outcome", proposition },
		{ unroll: 4 },
	);
	while (!search.advance(1000));
	const { witness, verdict } = search.found();
	expect(verdict.kind).not.toBe("incomplete");
	return witness && sizeOf(witness.execution);
}

/*
 * Each is small enough to find the smallest witness by hand; in each there are larger ones, too.
 */
test.each<[string, string, Size]>([
	[
		"what happens in any order happens in program order",
		"P0(int *x, int *y) { WRITE_ONCE(*x, 1); WRITE_ONCE(*y, 1); }\n" +
			"P1(int *x, int *y) { int r0 = READ_ONCE(*y); int r1 = READ_ONCE(*x); }\nexists (1:r1=1)",
		{ threads: 2, events: 4, moved: 0 },
	],
	[
		"message passing takes one event out of order",
		"P0(int *x, int *y) { WRITE_ONCE(*x, 1); WRITE_ONCE(*y, 1); }\n" +
			"P1(int *x, int *y) { int r0 = READ_ONCE(*y); int r1 = READ_ONCE(*x); }\nexists (1:r0=1 /\\ 1:r1=0)",
		{ threads: 2, events: 4, moved: 1 },
	],
	[
		"a branch that need not be taken is not taken",
		"P0(int *x, int *y) { int r0 = READ_ONCE(*y); if (r0) { WRITE_ONCE(*x, 1); smp_mb(); WRITE_ONCE(*x, 2); } }\n" +
			"P1(int *y) { WRITE_ONCE(*y, 1); }\nexists (y=1)",
		{ threads: 2, events: 2, moved: 0 },
	],
	[
		"a write that hangs on what is read is left out",
		"P0(int *x) { WRITE_ONCE(*x, 1); }\n" +
			"P1(int *x, int *y) { int r = READ_ONCE(*x); if (r) WRITE_ONCE(*y, 1); }\nexists (x=1)",
		{ threads: 2, events: 2, moved: 0 },
	],
	[
		"a loop goes round as rarely as it can",
		"P0(int *x) { int i = 0; int r = 0; while (r == 0 && i < 3) { r = READ_ONCE(*x); i = i + 1; } }\n" +
			"P1(int *x) { WRITE_ONCE(*x, 1); }\nexists (0:r=1)",
		{ threads: 2, events: 2, moved: 0 },
	],
	[
		"a loop goes round as often as it must",
		"P0(int *x) { int i = 0; int r = 0; while (r == 0 && i < 3) { r = READ_ONCE(*x); i = i + 1; } }\n" +
			"P1(int *x) { WRITE_ONCE(*x, 1); }\nexists (0:i=3)",
		{ threads: 2, events: 4, moved: 0 },
	],
	[
		"store buffering takes one of the two stores out of order",
		"P0(int *x, int *y) { WRITE_ONCE(*x, 1); int r0 = READ_ONCE(*y); }\n" +
			"P1(int *x, int *y) { WRITE_ONCE(*y, 1); int r0 = READ_ONCE(*x); }\nexists (0:r0=0 /\\ 1:r0=0)",
		{ threads: 2, events: 4, moved: 1 },
	],
	[
		"independent reads of independent writes take one read out of order",
		"P0(int *x) { WRITE_ONCE(*x, 1); }\nP1(int *y) { WRITE_ONCE(*y, 1); }\n" +
			"P2(int *x, int *y) { int r0 = READ_ONCE(*x); int r1 = READ_ONCE(*y); }\n" +
			"P3(int *x, int *y) { int r0 = READ_ONCE(*y); int r1 = READ_ONCE(*x); }\n" +
			"exists (2:r0=1 /\\ 2:r1=0 /\\ 3:r0=1 /\\ 3:r1=0)",
		{ threads: 4, events: 6, moved: 1 },
	],
	[
		"three threads of store buffering, too, take no more than one",
		"P0(int *x, int *y) { WRITE_ONCE(*x, 1); int r0 = READ_ONCE(*y); }\n" +
			"P1(int *y, int *z) { WRITE_ONCE(*y, 1); int r0 = READ_ONCE(*z); }\n" +
			"P2(int *z, int *x) { WRITE_ONCE(*z, 1); int r0 = READ_ONCE(*x); }\n" +
			"exists (0:r0=0 /\\ 1:r0=0 /\\ 2:r0=0)",
		{ threads: 3, events: 6, moved: 1 },
	],
	[
		"an exchange that may fail fails where that is shorter",
		"P0(int *x) { int r0 = cmpxchg_relaxed(x, 0, 1); }\nP1(int *x) { int r0 = cmpxchg_relaxed(x, 0, 2); }\nexists (~x=0)",
		{ threads: 2, events: 3, moved: 0 },
	],
	[
		"two independent reorderings are two",
		"P0(int *x, int *y) { WRITE_ONCE(*x, 1); WRITE_ONCE(*y, 1); }\n" +
			"P1(int *x, int *y) { int r0 = READ_ONCE(*y); int r1 = READ_ONCE(*x); }\n" +
			"P2(int *a, int *b) { WRITE_ONCE(*a, 1); WRITE_ONCE(*b, 1); }\n" +
			"P3(int *a, int *b) { int r0 = READ_ONCE(*b); int r1 = READ_ONCE(*a); }\n" +
			"exists (1:r0=1 /\\ 1:r1=0 /\\ 3:r0=1 /\\ 3:r1=0)",
		{ threads: 4, events: 8, moved: 2 },
	],
	[
		"load buffering takes one event out of order",
		"P0(int *x, int *y) { int r0 = READ_ONCE(*x); WRITE_ONCE(*y, 1); }\n" +
			"P1(int *x, int *y) { int r0 = READ_ONCE(*y); WRITE_ONCE(*x, 1); }\nexists (0:r0=1 /\\ 1:r0=1)",
		{ threads: 2, events: 4, moved: 1 },
	],
])("%s", (name, body, size) => {
	expect(smallest(name.replaceAll(/\W+/g, "-"), body)).toEqual(size);
});

test("of a race, too, the smallest is found", () => {
	const body =
		"P0(int *x, int *y) { int r0 = READ_ONCE(*y); if (r0) *x = 1; else { *x = 2; WRITE_ONCE(*y, 2); } }\n" +
		"P1(int *x, int *y) { WRITE_ONCE(*y, 1); *x = 3; }\nexists (x=1)";
	expect(smallest("race", body, { kind: "flag", flag: "data-race" })).toEqual({
		threads: 2,
		events: 4,
		moved: 0,
	});
});

test("what never happens has no witness", () => {
	expect(smallest("none", "P0(int *x) { WRITE_ONCE(*x, 1); }\nexists (x=2)")).toBeUndefined();
});
