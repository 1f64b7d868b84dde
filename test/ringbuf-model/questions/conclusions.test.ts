import { expect, test } from "vitest";
import { findingsOf } from "../../../src/ringbuf-model/questions/findings-of.ts";
import type { Finding, Question } from "../../../src/ringbuf-model/questions/question.ts";
import { QUESTIONS } from "../../../src/ringbuf-model/questions/question-table.ts";

/** What a question concludes if everything comes out by a rule. */
function concluded(
	question: Question,
	rule: (label: string, property: string, model: string) => Finding,
): string {
	const results = new Map(
		question.trials.map((trial) => [
			trial,
			new Map(
				trial.models.map((model) => [
					model,
					new Map(trial.properties.map((name) => [name, { finding: rule(trial.label, name, model) }])),
				]),
			),
		]),
	);
	return question.conclude(findingsOf(question, results));
}

test("there is a question for each of the reviews' ten, and no two of its trials share a label", () => {
	expect(QUESTIONS.map(({ letter }) => letter).join("")).toBe("abcdefghij");
	for (const { trials } of QUESTIONS)
		expect(new Set(trials.map(({ label }) => label)).size).toBe(trials.length);
});

test.each(
	QUESTIONS.map((question) => [question.letter, question] as const),
)("the conclusion of %s follows the verdicts, and says where there is none", (_, question) => {
	const never = concluded(question, () => "never");
	const possible = concluded(question, () => "possible");
	const incomplete = concluded(question, () => "incomplete");
	expect(new Set([never, possible, incomplete]).size).toBe(3);
	expect(incomplete).toMatch(/not decided/i);
	expect(never).not.toMatch(/not decided|possible for/i);
	expect(possible).not.toMatch(/not decided/i);
});

test.each(
	QUESTIONS.map((question) => [question.letter, question] as const),
)("one search that did not end shows in the conclusion of %s", (_, question) => {
	const [{ label }] = question.trials;
	const text = concluded(question, (name) => (name === label ? "incomplete" : "never"));
	expect(text).toMatch(/not decided|not everything was seen/i);
});

test("what was not tried cannot be asked", () => {
	const [question] = QUESTIONS;
	expect(() => findingsOf(question, new Map()).of("another", "overlap", "lkmm")).toThrow("has not tried");
});

test("question j tells a needed ordering from an idle one", () => {
	const question = QUESTIONS[9];
	const text = concluded(question, (label, property) =>
		property === "torn-payload" && label.includes("smp_load_acquire(len_ptr)") ? "possible" : "never",
	);
	expect(text).toContain("Needed on lkmm, weakened alone:");
	expect(text).toMatch(
		/libbpf-consumer\.c:\d+ `smp_load_acquire\(len_ptr\)`.*then torn-payload \(reused space; /,
	);
	expect(text).toMatch(/- avail\.h:\d+ .* as `READ_ONCE/);
});
