import { describe, expect, it } from "vitest";
import { classicOrder } from "./classic-order.ts";
import { classicSynchronisation } from "./classic-synchronisation.ts";
import { verdictOf } from "./lkmm-verdict.ts";
import { writeTest } from "./write-test.ts";

const MODELS = ["sc", "tso", "armv8", "lkmm"];

const families = [...Object.entries(classicOrder), ...Object.entries(classicSynchronisation)];

describe.each(families)("%s", (_, rows) => {
	it.each(rows)("%s", (name, threads, outcome, allowedBy) => {
		const file = { path: `${name}.litmus`, text: writeTest("classic", threads, outcome) };
		const allowing = MODELS.filter((model) => {
			const verdict = verdictOf(file, model);
			expect(verdict.kind).not.toBe("incomplete");
			expect(Number(verdict.positive) + Number(verdict.negative)).toBeGreaterThan(0);
			return verdict.positive > 0;
		});
		expect(allowing.join(" ")).toBe(allowedBy);
	});
});
