import { grammar } from "ohm-js";
import { describe, expect, test } from "vitest";
import text from "../../grammar/cat.ohm";

const cat = grammar(text);
const examples = [...text.matchAll(/\/\/([+-]) (\w+): (.*)/g)].map(([, sign, rule, example]) => ({
	accepted: sign === "+",
	rule,
	example,
}));

describe("examples in cat.ohm", () => {
	test("there are some of both kinds", () => {
		expect(examples.filter(({ accepted }) => accepted).length).toBeGreaterThan(20);
		expect(examples.filter(({ accepted }) => !accepted).length).toBeGreaterThan(15);
	});

	test.each(examples)("$rule accepts $example: $accepted", ({ accepted, rule, example }) => {
		expect(cat.match(example, rule).succeeded()).toBe(accepted);
	});
});
