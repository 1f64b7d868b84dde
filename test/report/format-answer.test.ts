import { expect, test } from "vitest";
import type { Answer } from "../../src/report/answer.ts";
import { formatAnswer } from "../../src/report/format-answer.ts";

const finding = (result: "never" | "possible" | "incomplete", detail = "P1 sees it") => ({
	name: "overlap",
	meaning: "two records overlap",
	finding: result,
	...(result === "possible" && { detail }),
});

const answer: Answer = {
	letter: "a",
	text: "Is it right?",
	conclusion: "It is.",
	isSummary: false,
	pairs: [],
	rows: [
		{
			label: "as it is",
			title: "ringbuf v6.10: 1 producer",
			changes: [],
			findings: [
				{ model: "lkmm", properties: [finding("never")] },
				{ model: "sc", properties: [finding("incomplete")] },
			],
		},
		{
			label: "weaker",
			title: "ringbuf v6.10: 1 producer",
			changes: [{ file: "commit.h", from: "xchg(\n\tx)", to: "WRITE_ONCE(x)" }],
			findings: [
				{
					model: "lkmm",
					properties: [
						{ ...finding("possible"), steps: { isInterleaving: false, lines: ["1  P0  writes x = 1"] } },
					],
				},
			],
		},
	],
};

test("an answer has its conclusion, tables, counterexamples, bounds and changes", () => {
	expect(formatAnswer(answer)).toBe(`## a. Is it right?

It is.

| overlap | lkmm | sc |
|---|---|---|
| as it is | never | incomplete |
| weaker | possible |  |

Counterexamples:

- **weaker**, overlap on lkmm: P1 sees it

  <details><summary>The accesses on lkmm, thread by thread: no interleaving has them</summary>

  \`\`\`
  1  P0  writes x = 1
  \`\`\`

  </details>


Bounds of each verdict:

- ringbuf v6.10: 1 producer

What was changed in the sources:

- weaker:
  - commit.h: \`xchg( x)\` becomes \`WRITE_ONCE(x)\`
`);
});

test("bounds that differ name what they are about", () => {
	const [first, second] = answer.rows;
	const text = formatAnswer({ ...answer, rows: [first, { ...second, title: "ringbuf v5.8: 1 producer" }] });
	expect(text).toContain("- ringbuf v6.10: 1 producer (as it is)\n- ringbuf v5.8: 1 producer (weaker)\n");
});

test("a summary has no tables, and pairs come last", () => {
	const text = formatAnswer({ ...answer, isSummary: true, pairs: ["x with y"] });
	expect(text).not.toContain("|");
	expect(text).not.toContain("becomes");
	expect(text.endsWith("\n\n- x with y\n")).toBe(true);
});
