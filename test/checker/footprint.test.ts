import { expect, test } from "vitest";
import { Footprint } from "../../src/checker/footprint.ts";
import type { Expression } from "../../src/execution/expression.ts";
import type { Instruction } from "../../src/execution/instruction.ts";
import type { Program } from "../../src/execution/program.ts";
import { loadProgram } from "../../src/litmus/load-program.ts";

function load(body: string): Program {
	const head = "C footprint { int arr[2] = {0, 0}; int *p = &x; }";
	const text = `${head} P0(int *x, int *y, int *arr, int **p, spinlock_t *l) { int r; ${body} } exists (true)`;
	const loaded = loadProgram({ path: "<footprint>", text });
	if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join("\n"));
	return loaded.value;
}

/** What may be written from an instruction on: `TAGS: cells`, sorted. */
function from(program: Program, pc: number): string[] {
	return new Footprint(program)
		.writes(0, pc)
		.map(({ tags, cells }) => {
			const names = program.cells.filter((_, cell) => cells[cell]).map(({ name }) => name);
			return `${tags.join(" ") || "plain"}: ${names.sort().join(" ")}`;
		})
		.sort();
}

function start(body: string): string[] {
	return from(load(body), 0);
}

test("stores, updates and locks write what they name; reads and fences nothing", () => {
	expect(start("WRITE_ONCE(*x, 1); *y = 1;")).toEqual(["ONCE: x", "plain: y"]);
	expect(start("r = xchg(x, 1); r = cmpxchg_relaxed(y, 0, 1);")).toEqual(["MB RMW: x", "ONCE RMW: y"]);
	expect(start("spin_lock(l); spin_unlock(l);")).toEqual(["LKW: l", "UL: l"]);
	expect(start("r = READ_ONCE(*x); smp_mb();")).toEqual([]);
});

test("an address that is not constant may be any element, or any cell at all", () => {
	expect(start("r = READ_ONCE(*x); WRITE_ONCE(arr[r], 1);")).toEqual(["ONCE: arr[0] arr[1]"]);
	const [anywhere] = start("int *q = READ_ONCE(*p); WRITE_ONCE(*q, 1);");
	for (const name of ["x", "y", "arr[0]", "arr[1]"]) expect(anywhere).toContain(name);
});

test("both ways of a branch count, and what is behind does not", () => {
	const program = load("r = READ_ONCE(*x); if (r) WRITE_ONCE(*y, 1); else return; *x = 2;");
	expect(from(program, 0)).toEqual(["ONCE: y", "plain: x"]);
	const { code } = program.threads[0];
	const stored = code.findIndex(({ kind }) => kind === "store");
	expect(from(program, stored + 1)).toEqual(["plain: x"]);
	expect(from(program, code.length)).toEqual([]);
});

test("a loop's body may come again", () => {
	const program = load("do { WRITE_ONCE(*x, 1); r = READ_ONCE(*y); } while (r); ");
	const { code } = program.threads[0];
	expect(
		from(
			program,
			code.findIndex(({ kind }) => kind === "load"),
		),
	).toEqual(["ONCE: x"]);
	expect(from(program, code.length)).toEqual([]);
});

test("steps of an address keep it on its object, and on the members that they lead to", () => {
	const loaded = load("WRITE_ONCE(arr[0], 1);");
	const object = 0;
	const members = { name: "ring", cells: new Map<number, number>() };
	const cells = ["len0", "off0", "len1", "off1", "mask"].map((name, i) => {
		members.cells.set(4 * i, i);
		return { name, object, initial: 0n, isLock: false, size: i === 3 ? 8 : 4, isConstant: i === 4 };
	});
	const program = { ...loaded, objects: [members], cells };
	const base: Expression = { kind: "constant", value: { object, offset: 0 } };
	const r: Expression = { kind: "local", local: 0 };
	const p: Expression = { kind: "local", local: 1 };
	const moved = (pointer: Expression, index: Expression, scale: number): Expression => ({
		kind: "offset",
		pointer,
		index,
		scale,
	});
	const written = (address: Expression, before: Instruction[] = [], size?: number): string[] => {
		const store: Instruction = { kind: "store", address, value: r, tags: [], ...(size && { size }) };
		const code: Instruction[] = [{ kind: "load", local: 0, address: base, tags: [] }, ...before, store];
		const thread = { index: 0, code, loops: 0, locals: ["r", "p"].map((name) => ({ name, initial: 0n })) };
		return from({ ...program, threads: [thread] }, 0);
	};
	const second: Expression = { kind: "constant", value: 1n };
	const select = (condition: Expression, then: Expression, otherwise: Expression): Expression => ({
		kind: "select",
		condition,
		then,
		otherwise,
	});
	const long = { bits: 64, signed: true } as const;
	expect(written(moved(base, r, 8))).toEqual(["plain: len0 len1"]);
	expect(written(moved(moved(base, r, 8), second, 4))).toEqual(["plain: off0 off1"]);
	expect(written(moved(moved(base, r, 8), second, 4), [], 8)).toEqual(["plain: off1"]);
	expect(written(moved(base, r, 4), [], 4)).toEqual(["plain: len0 len1 off0"]);
	expect(written({ kind: "convert", type: long, operand: moved(base, r, 8) })).toEqual(["plain: len0 len1"]);
	// An address as an integer may be moved by any number of bytes.
	expect(written({ kind: "binary", operator: "+", type: long, left: base, right: r })).toEqual([
		"plain: len0 len1 off0 off1",
	]);
	const either: Expression = select(r, base, moved(base, second, 12));
	expect(written(either)).toEqual(["plain: len0 off1"]);
	const walk = (value: Expression): Instruction => ({ kind: "assign", local: 1, value });
	expect(written(p, [walk(base), walk(moved(p, second, 8))])).toEqual(["plain: len0 len1"]);
	expect(written(p, [{ kind: "load", local: 1, address: base, tags: [] }])).toEqual([
		"plain: len0 len1 off0 off1",
	]);
	expect(written(p)).toEqual(["plain: "]);
});
