import { describe, expect, it } from "vitest";
import { promisedResult } from "./promised-result.ts";
import { shippedTests } from "./shipped-tests.ts";

describe("the head of every shipped test", () => {
	it("is looked for in all families", () => {
		const families = new Set(shippedTests.map((test) => test.path.split("/")[0]));
		expect([...families]).toEqual(["bpf-rb", "lkmm"]);
		expect(shippedTests.length).toBeGreaterThan(200);
	});

	it("names tests uniquely", () => {
		expect(new Set(shippedTests.map((test) => test.name.toLowerCase())).size).toBe(shippedTests.length);
	});

	it.for(shippedTests)("$path is named after its file", ({ name, file }) => {
		expect(file.text.split("\n")[0]).toBe(`C ${name}`);
	});

	it.for(shippedTests)("$path promises a result and says why", ({ file }) => {
		const promised = promisedResult(file.text);
		expect(promised?.word).toMatch(/^(Never|Sometimes|Always|Maybe|DEADLOCK)$/);
		expect(promised?.description).toMatch(/^[A-Za-z].{30,}\.$/);
	});

	it("gives no two tests the same description", () => {
		const descriptions = shippedTests.map((test) => promisedResult(test.file.text)?.description);
		expect(new Set(descriptions).size).toBe(shippedTests.length);
	});

	it("is the only thing in which no two tests differ", () => {
		const bodies = shippedTests.map((test) => test.file.text.replace(/^C .*\n\n\(\*[\s\S]*?\*\)\n/, ""));
		expect(new Set(bodies).size).toBe(shippedTests.length);
	});
});
