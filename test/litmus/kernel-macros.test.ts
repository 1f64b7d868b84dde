import { describe, expect, test } from "vitest";
import type { Program } from "../../src/execution/program.ts";
import { loadProgram } from "../../src/litmus/load-program.ts";
import type { Primitive, Role } from "../../src/litmus/primitive.ts";
import { PRIMITIVES } from "../../src/litmus/primitives.ts";
import { readOracle } from "../oracle/read-oracle.ts";
import { kernelMacroText, macrosOf } from "./kernel-macros.ts";
import { withBody } from "./load.ts";

const v1 = macrosOf(kernelMacroText("lkmmv1"));
const v2 = macrosOf(kernelMacroText("lkmmv2"));

/** A program as text, all of it but the file that its spans point into. */
function print(program: Program): string {
	return JSON.stringify(program, (key: string, value: unknown) => {
		if (key === "file") return "";
		return typeof value === "bigint" ? `${value}n` : value;
	});
}

/** What the kernel has beyond what its memory model defines. */
const BEYOND_THE_MODEL = /^atomic(?:64|_long)_|^atomic_(?:add_negative_\w+|fetch_add_unless|inc_not_zero)$/;

const modelled = [...PRIMITIVES.values()].filter(({ name }) => !BEYOND_THE_MODEL.test(name));

test.each([
	["lkmmv1", v1],
	["lkmmv2", v2],
])("%s defines all primitives of the model, and nothing else", (_, macros) => {
	expect([...macros.names()].sort()).toEqual(modelled.map(({ name }) => name).sort());
	for (const { name, roles } of modelled) {
		expect([name, macros.get(name)?.parameters.length]).toEqual([name, roles.length]);
	}
});

/** Calls of a primitive on things of several types, at most so many. */
function callsOf({ name, roles, action }: Primitive, most: number): readonly string[] {
	const pointers =
		action.kind === "fence" || name.startsWith("srcu")
			? ["s"]
			: action.kind.includes("lock")
				? ["l"]
				: ["x", "a", "&arr[2]", "w", "(u8 *)x", "c", "*p"];
	const values: Readonly<Record<Role, (pointer: string) => string>> = {
		address: (pointer) => pointer,
		place: (pointer) => `*${pointer}`,
		operand: () => "-r1",
		comparand: () => "(long)2",
	};
	return pointers
		.slice(0, most)
		.map((pointer) => `${name}(${roles.map((role) => values[role](pointer)).join(", ")})`);
}

const CONTEXTS: readonly ((call: string) => string)[] = [
	(call) => `${call};`,
	(call) => `r0 = ${call};`,
	(call) => `if (${call}) *y = 1; else ${call};`,
	(call) => `for (;; ${call}) { (r1 = 2, ${call}); while (!${call} && r1) ; }`,
	(call) => `*y = sizeof(${call}) + (r1 ? ${call} : 2);`,
	(call) => `(void)${call};`,
];

describe.each(
	CONTEXTS.map((context, index) => [context("f()"), context, index === 1 ? 7 : 1] as const),
)("in %s", (_, context, most) => {
	test.each(modelled.map((primitive) => [primitive.name, primitive] as const))("%s", (_, primitive) => {
		for (const call of callsOf(primitive, most)) {
			const file = { path: "<test>", text: withBody(`int r0; int r1; ${context(call)}`) };
			const [builtIn, made] = [loadProgram(file), loadProgram(file, { macros: v2 })];
			expect([call, made.ok]).toEqual([call, builtIn.ok]);
			if (builtIn.ok && made.ok) expect(print(made.value)).toBe(print(builtIn.value));
			if (builtIn.ok || made.ok) continue;
			const codes = (result: typeof builtIn): string[] => result.diagnostics.map(({ code }) => code);
			expect(codes(made)).toEqual(codes(builtIn));
		}
	});
});

test("1,535 tests mean the same by macros as by the primitives that are built in", () => {
	const entries = readOracle();
	expect(entries).toHaveLength(1535);
	for (const { name, litmus } of entries) {
		const file = { path: name, text: litmus };
		const [builtIn, made] = [loadProgram(file), loadProgram(file, { macros: v2 })];
		if (!builtIn.ok || !made.ok) throw new Error(name);
		expect(print(made.value), name).toBe(print(builtIn.value));
	}
});
