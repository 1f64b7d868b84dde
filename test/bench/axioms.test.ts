import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { axiomEffects } from "../../bench/axiom-effects.ts";
import { suitePrograms } from "../../bench/programs.ts";
import { shippedModel } from "../oracle/shipped-model.ts";

const root = new URL("../../", import.meta.url);

test("each axiom of the kernel's model has tests that need it, and docs/models.md counts them", () => {
	const effects = axiomEffects(shippedModel("lkmm"), suitePrograms(root));
	const text = readFileSync(new URL("docs/models.md", root), "utf8");
	for (const [axiom, tests] of effects) {
		const row = new RegExp(`^\\| \`${axiom}\` \\| (\\d+) \\| (\\d+) \\|`, "m").exec(text);
		expect([axiom, Number(row?.[1])], "run `npm run axioms`").toEqual([axiom, tests.length]);
		expect(tests.length + Number(row?.[2])).toBeGreaterThan(0);
	}
});

test("axioms forbid what they are known to forbid, and nothing else does", () => {
	const effects = axiomEffects(shippedModel("lkmm"), suitePrograms(root));
	const needs = (axiom: string): readonly string[] => effects.get(axiom) ?? [];
	expect(needs("happens-before")).toContain("LB+ctrl+ctrl");
	expect(needs("propagation")).toContain("SB+mb+mb");
	expect(needs("rcu")).toContain("SB+sync+rcu-reader");
	expect(needs("atomic")).toContain("inc-not-lost");
	expect(needs("rcu")).not.toContain("SB+mb+mb");
	expect(needs("propagation")).not.toContain("LB+ctrl+ctrl");
});
