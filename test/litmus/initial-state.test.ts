import { expect, test } from "vitest";
import { diagnose, load } from "./load.ts";

/** Cells as `name=value`, addresses as `&object+offset`. */
function cells(initial: string, parameters = "int *x"): readonly string[] {
	const program = load(`C t\n{ ${initial} }\nP0(${parameters}) { }\n`);
	return program.cells.map(({ name, initial: value }) => {
		if (typeof value === "bigint") return `${name}=${value}`;
		return `${name}=&${program.objects[value.object].name}+${value.offset}`;
	});
}

test.each([
	["", ["x=0"]],
	["x=1;", ["x=1"]],
	["x;", ["x=0"]],
	["y=-2; x=0x10", ["y=-2", "x=16"]],
	["int y = 3;", ["y=3", "x=0"]],
	["int y = 3, z;", ["y=3", "z=0", "x=0"]],
	["p=x; q=&x;", ["p=&x+0", "x=0", "q=&x+0"]],
	["int *p = &x;", ["p=&x+0", "x=0"]],
	["int *p = NULL;", ["p=0", "x=0"]],
	["atomic_t a = ATOMIC_INIT(1);", ["a=1", "x=0"]],
	["spinlock_t l;", ["l=0", "x=0"]],
	["int b[2] = {1, 2};", ["b[0]=1", "b[1]=2", "x=0"]],
	["int y = {3};", ["y=3", "x=0"]],
	["atomic_t y = {1};", ["y=1", "x=0"]],
	["int b[] = {1, 2};", ["b[0]=1", "b[1]=2", "x=0"]],
	["int b[3] = {1};", ["b[0]=1", "b[1]=0", "b[2]=0", "x=0"]],
	["b[1] = 5;", ["b[0]=0", "b[1]=5", "x=0"]],
	["int b[2]; int *p = &b[1];", ["b[0]=0", "b[1]=0", "p=&b+4", "x=0"]],
	["[x] = 4;", ["x=4"]],
	["u8 y = 257; unsigned z = -1; long w = 0x100000000;", ["y=1", "z=4294967295", "w=4294967296", "x=0"]],
	["x = y;", ["x=&y+0", "y=0"]],
])("{ %s }", (initial, expected) => {
	expect(cells(initial)).toEqual(expected);
});

test("types give elements their size, and locks are marked", () => {
	const program = load(
		"C t\n{ char c; long w[2]; spinlock_t l; }\nP0(int **p, spinlock_t *m, int *k) { spin_lock(k); }\n",
	);
	expect(
		program.objects.map(({ name, cells }) => [
			name,
			[...cells].map(([offset, cell]) => [offset, cell, program.cells[cell].isLock]),
		]),
	).toEqual([
		["c", [[0, 0, false]]],
		[
			"w",
			[
				[0, 1, false],
				[8, 2, false],
			],
		],
		["l", [[0, 3, true]]],
		["p", [[0, 4, false]]],
		["m", [[0, 5, true]]],
		["k", [[0, 6, true]]],
	]);
});

test("registers start with their value", () => {
	const program = load(
		"C t\n{ 0:r0=3; 0:r1=x; 0:r2=1; }\nP0(int *x) { u8 r0; int *r1; *r1 = r0; }\nexists (0:r2=1)\n",
	);
	expect(program.threads[0].locals).toEqual([
		{ name: "r0", initial: 3n },
		{ name: "r1", initial: { object: 0, offset: 0 } },
		{ name: "r2", initial: 1n },
	]);
});

test("an assigned parameter is a local, another its address", () => {
	const program = load("C t\n{ 0:y=z; }\nP0(int *x, int *y) { x = y; *x = 1; }\n");
	expect(program.objects.map(({ name }) => name)).toEqual(["z", "x", "y"]);
	expect(program.threads[0].locals).toEqual([{ name: "x", initial: { object: 1, offset: 0 } }]);
	expect(program.threads[0].code[0]).toMatchObject({
		kind: "assign",
		value: { value: { object: 0, offset: 0 } },
	});
});

test.each([
	["x=1; x=2;", "litmus-duplicate-initial"],
	["int x; int x;", "litmus-duplicate-initial"],
	["5:r0=1;", "litmus-no-such-process"],
	["y = 18446744073709551616;", "litmus-bad-integer"],
	["0:r0 = -9223372036854775809;", "litmus-bad-integer"],
	["float f;", "litmus-unknown-type"],
	["int b[0];", "litmus-array-size"],
	["int b[2] = {1,2,3};", "litmus-index-outside"],
	["int b[1] = {{1}};", "litmus-nested-list"],
	["void v;", "litmus-void-variable"],
])("{ %s } is wrong: %s", (initial, code) => {
	expect(diagnose(`C t\n{ ${initial} }\nP0(int *x) { }\n`).map((one) => one.code)).toContain(code);
});

test.each([
	["variables of file scope", "{}\nint a[4096]; int b[4096]; int c[2];\nP0(int *x) { }\n", "c"],
	[
		"those of the initial state",
		`{ ${[..."abcdefghi"].map((name) => `int ${name}[1024];`).join(" ")} }\nP0(int *x) { }\n`,
		"i",
	],
])("more memory than there is room for is refused: %s", (_, text, name) => {
	const [first, ...rest] = diagnose(`C t\n${text}exists (x=0)\n`);
	expect(rest).toEqual([]);
	expect(first.message).toBe(`with \`${name}\` the test has more than 8192 locations`);
});
