import { describe, expect, test } from "vitest";
import { check } from "../../../src/checker/check.ts";
import type { Program } from "../../../src/execution/program.ts";
import { loadProgram } from "../../../src/litmus/load-program.ts";
import { writePlain } from "../../../src/litmus/plain/write-plain.ts";
import { readOracle } from "../../oracle/read-oracle.ts";
import { shippedModel } from "../../oracle/shipped-model.ts";
import { load } from "../load.ts";

const model = shippedModel("lkmm");

/** The plain test that a program stands for, read again; it must be read without a word. */
export function lowered(program: Program): Program {
	const text = writePlain(program);
	if (!text.ok) throw new Error(text.diagnostics.map(({ message }) => message).join("; "));
	const result = loadProgram({ path: "plain", text: text.value });
	if (!result.ok) throw new Error(`${result.diagnostics.map(({ message }) => message).join("; ")}\n${text.value}`);
	return result.value;
}

function findings(program: Program): object {
	const { kind, positive, negative, states, flags } = check(program, model, { unroll: 4 });
	return { kind, positive, negative, states, flags };
}

const sample = readOracle().filter((_, index) => index % 16 === 0);

describe("a plain test says what its original says", () => {
	test.each(sample)("$name of family $family", ({ litmus }) => {
		const program = load(litmus);
		expect(findings(lowered(program))).toEqual(findings(program));
	});
});
