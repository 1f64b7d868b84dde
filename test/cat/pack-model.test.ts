import { expect, test } from "vitest";
import type { Axiom } from "../../src/cat/model.ts";
import { packModel } from "../../src/cat/pack-model.ts";
import { unpackModel } from "../../src/cat/unpack-model.ts";
import { handBuilt } from "./hand-built.ts";
import { builtin, written } from "./load.ts";
import { judge } from "./naive-evaluator.ts";

test.each(["lkmm", "sc", "tso", "armv8"])("%s survives being written as JSON", (name) => {
	const model = builtin(name);
	const restored = unpackModel(JSON.parse(JSON.stringify(packModel(model))));
	expect(restored.name).toBe(model.name);
	expect([...restored.definitions].map(([key, node]) => [key, written(node)])).toEqual(
		[...model.definitions].map(([key, node]) => [key, written(node)]),
	);
	const told = (axioms: readonly Axiom[]): unknown[] =>
		axioms.map(({ name, test, negated, flag, node }) => [name, test, negated, flag, written(node)]);
	expect(told(restored.axioms)).toEqual(told(model.axioms));
});

test("recursion survives with its meaning", () => {
	const execution = handBuilt(
		[
			["wx: W x ONCE", "s: F - Sync-rcu", "wy: W y ONCE"],
			["l: F - Rcu-lock", "ry: R y ONCE", "rx: R x ONCE", "u: F - Rcu-unlock"],
		],
		"rf: wy>ry",
	);
	const restored = unpackModel(packModel(builtin("lkmm")));
	expect(judge(restored, execution)).toEqual({ forbidden: ["rcu"], flags: [] });
});
