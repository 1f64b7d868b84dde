import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { promisedResult } from "./promised-result.ts";
import { shippedTests } from "./shipped-tests.ts";

const document = readFileSync(new URL("../../docs/suite.md", import.meta.url), "utf8");

/** Test, question and result of each row of the tables under the families' headings. */
const rows = [...document.slice(document.indexOf("\n### ")).matchAll(/^\| (\S+) \| (.*) \| (.*) \|$/gm)]
	.map(([, name, , result]) => `${name}: ${result}`)
	.filter((row) => row !== "test: result");

it("docs/suite.md lists every shipped test with its result, and no other", () => {
	const shipped = shippedTests.map(({ name, file }) => {
		const promised = promisedResult(file.text);
		return `${name}: ${promised?.word}${promised?.race ? " DATARACE" : ""}`;
	});
	expect(rows.toSorted()).toEqual(shipped.toSorted());
});

it("docs/suite.md counts the shipped tests", () => {
	expect(document).toContain(`holds ${shippedTests.length} litmus tests`);
});
