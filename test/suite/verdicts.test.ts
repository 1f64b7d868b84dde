import { describe, expect, it } from "vitest";
import type { Verdict } from "../../src/execution/verdict.ts";
import { verdictOf } from "./lkmm-verdict.ts";
import { promisedResult } from "./promised-result.ts";
import { shippedTests } from "./shipped-tests.ts";

/** The word that the `Result:` comment should have, and whether some execution has a data race. */
function observed(verdict: Verdict): { word: string; race: boolean } {
	const { positive, negative } = verdict;
	const race = verdict.flags.includes("data-race");
	if (verdict.kind === "incomplete") return { word: `incomplete: ${verdict.limits.join()}`, race };
	if (verdict.deadlock) return { word: "DEADLOCK", race };
	if (positive === 0) return { word: negative === 0 ? "no execution" : "Never", race };
	return { word: negative === 0 ? "Always" : "Sometimes", race };
}

describe("the verdict of every shipped test under the Linux-kernel memory model", () => {
	it.for(shippedTests)("$path is as promised", { timeout: 300_000 }, ({ file }) => {
		const promised = promisedResult(file.text);
		const { word, race } = observed(verdictOf(file));
		expect({ word: promised?.word === "Maybe" ? "Maybe" : word, race }).toEqual({
			word: promised?.word,
			race: promised?.race,
		});
	});
});

describe("what shipped tests say of other models", () => {
	const comments = shippedTests.flatMap((test) => {
		const text = promisedResult(test.file.text)?.description ?? "";
		const claims: { name: string; test: typeof test; model: string; possible: boolean }[] = [];
		const claim = (model: string, possible: boolean): number =>
			claims.push({ name: test.name, test, model, possible });
		if (/happens under SC too/.test(text)) claim("sc", true);
		if (/[Nn]ever under SC\b/.test(text)) claim("sc", false);
		if (/[Nn]ever under SC or TSO/.test(text)) claim("tso", false);
		if (/[Pp]ossible here and under TSO/.test(text)) claim("tso", true);
		return claims;
	});

	it("is said of some", () => {
		expect(comments.length).toBeGreaterThan(10);
	});

	it.for(comments)("$name under $model: possible is $possible", ({ test, model, possible }) => {
		const verdict = verdictOf(test.file, model);
		expect(verdict.kind).not.toBe("incomplete");
		expect(verdict.positive > 0).toBe(possible);
	});
});
