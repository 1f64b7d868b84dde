import { describe, expect, test } from "vitest";
import { readOracle } from "../../oracle/read-oracle.ts";
import { load } from "../load.ts";
import { findings, lowered } from "./lowered.ts";

const SAMPLE = 16;

describe("a plain test says what its original says", () => {
	test.each(readOracle().filter((_, index) => index % SAMPLE === 0))("$name of family $family", ({
		litmus,
	}) => {
		const program = load(litmus);
		expect(findings(lowered(program))).toEqual(findings(program));
	});
});
