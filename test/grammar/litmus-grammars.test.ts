import { grammars } from "ohm-js";
import { describe, expect, test } from "vitest";
import cText from "../../grammar/c.ohm";
import defText from "../../grammar/def.ohm";
import litmusText from "../../grammar/litmus.ohm";

const c = grammars(cText);
const def = grammars(defText, c);
const litmus = grammars(litmusText, def);

describe.each([
	["c.ohm", cText, c.C],
	["def.ohm", defText, def.Def],
	["litmus.ohm", litmusText, litmus.Litmus],
])("examples in %s", (_name, text, grammar) => {
	const examples = [...text.matchAll(/^\/\/([+-]) (\w+): (.*)$/gm)].map(([, sign, rule, example]) => ({
		accepted: sign === "+",
		rule,
		example,
	}));

	test("there are some of both kinds", () => {
		expect(examples.filter(({ accepted }) => accepted).length).toBeGreaterThan(8);
		expect(examples.filter(({ accepted }) => !accepted).length).toBeGreaterThan(8);
	});

	test.each(examples)("$rule accepts $example: $accepted", ({ accepted, rule, example }) => {
		expect(grammar.match(example, rule).succeeded()).toBe(accepted);
	});

	test("an example names a rule that is there", () => {
		expect(examples.filter(({ rule }) => !(rule in grammar.rules)).map(({ rule }) => rule)).toEqual([]);
	});
});
