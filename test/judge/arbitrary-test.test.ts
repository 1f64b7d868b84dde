import fc from "fast-check";
import { expect, test } from "vitest";
import { loadProgram } from "../../src/litmus/load-program.ts";
import { arbitraryTest } from "./arbitrary-test.ts";

test("every random test is a valid litmus test", () => {
	fc.assert(
		fc.property(arbitraryTest(), (text) => {
			const result = loadProgram({ path: "<random>", text });
			if (!result.ok) expect.fail(`${JSON.stringify(result.diagnostics.map((d) => d.message))}\n${text}`);
		}),
		{ numRuns: 500 },
	);
});
