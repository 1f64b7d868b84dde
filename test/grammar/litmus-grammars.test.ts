import { grammars } from "ohm-js";
import { describe, expect, test } from "vitest";
import cText from "../../grammar/c.ohm";
import litmusText from "../../grammar/litmus.ohm";

const c = grammars(cText);
const litmus = grammars(litmusText, c);

describe.each([
	["c.ohm", cText, c.C],
	["litmus.ohm", litmusText, litmus.Litmus],
])("examples in %s", (_name, text, grammar) => {
	const examples = [...text.matchAll(/^\/\/([+-]) (\w+): (.*)$/gm)].map(([, sign, rule, example]) => ({
		accepted: sign === "+",
		rule,
		example,
	}));

	test("there are some of both kinds", () => {
		expect(examples.filter(({ accepted }) => accepted).length).toBeGreaterThan(20);
		expect(examples.filter(({ accepted }) => !accepted).length).toBeGreaterThan(15);
	});

	test.each(examples)("$rule accepts $example: $accepted", ({ accepted, rule, example }) => {
		expect(grammar.match(example, rule).succeeded()).toBe(accepted);
	});

	test("an example names a rule that is there", () => {
		expect(examples.filter(({ rule }) => !(rule in grammar.rules)).map(({ rule }) => rule)).toEqual([]);
	});
});
