import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { answersPage } from "../../build/answers/answers-page.ts";
import type { LedgerEntry } from "../../build/answers/ledger.ts";
import { createTrialKey } from "../../build/answers/trial-key.ts";
import type { TrialCheck } from "../../src/cli/ringbuf/answer-question.ts";
import { checkTrial } from "../../src/cli/ringbuf/check-trial.ts";
import { QUESTIONS } from "../../src/ringbuf-model/questions/question-table.ts";
import { memoryFiles, memoryShell } from "../cli/memory-shell.ts";
import { shippedModel } from "../oracle/shipped-model.ts";

const root = new URL("../../", import.meta.url);
const entries: readonly LedgerEntry[] = JSON.parse(readFileSync(new URL("docs/answers.json", root), "utf8"));
const ledger = new Map(entries.map((entry) => [entry.key, entry]));
const keyOf = createTrialKey(root);

/** Executions up to which a check is made again here. */
const QUICK = 30;

test("docs/answers.md is what `npm run answers` makes of what was found, and nothing of that is stale", async () => {
	const stale: string[] = [];
	const recall: TrialCheck = (trial, model, asksForPairs) => {
		const entry = ledger.get(keyOf(trial, model, asksForPairs));
		if (entry !== undefined) return entry;
		stale.push(`${trial.label}, ${model}`);
		const properties = trial.properties.map((name) => ({
			name,
			meaning: "",
			finding: "incomplete" as const,
		}));
		return { properties, pairs: [], explored: 0 };
	};
	const page = await answersPage(QUESTIONS, recall);
	expect(stale, "changed since: run `npm run answers`").toEqual([]);
	expect(readFileSync(new URL("docs/answers.md", root), "utf8")).toBe(page);
});

for (const { letter, trials, isSummary } of QUESTIONS) {
	if (isSummary) continue;
	test(`the quick checks of question ${letter} find what the page says, on lkmm`, async () => {
		const shell = memoryShell(memoryFiles({}));
		const model = { name: "lkmm", model: shippedModel("lkmm") };
		let checked = 0;
		for (const trial of trials) {
			const entry = ledger.get(keyOf(trial, "lkmm", false));
			if (entry === undefined || entry.explored > QUICK) continue;
			const { properties } = await checkTrial(trial, model, false, undefined, shell);
			const verdicts = (found: LedgerEntry["properties"]): string[] =>
				found.map(({ name, finding }) => `${trial.label}: ${name} ${finding}`);
			expect(verdicts(properties)).toEqual(verdicts(entry.properties));
			checked++;
		}
		expect(checked).toBeGreaterThan(1);
	});
}

test("what a check hangs on changes its name", () => {
	const [{ trials }] = QUESTIONS;
	const names = new Set([
		keyOf(trials[0], "lkmm", false),
		keyOf(trials[0], "sc", false),
		keyOf(trials[0], "lkmm", true),
		keyOf(trials[1], "lkmm", false),
		keyOf({ ...trials[0], properties: ["overlap"] }, "lkmm", false),
		keyOf({ ...trials[0], configuration: { ...trials[0].configuration, size: 64 } }, "lkmm", false),
		keyOf({ ...trials[0], configuration: { ...trials[0].configuration, bits: 32 } }, "lkmm", false),
		keyOf({ ...trials[0], configuration: { ...trials[0].configuration, edits: [] } }, "lkmm", false),
	]);
	expect(names.size).toBe(8);
	expect(keyOf({ ...trials[0], label: "another name" }, "lkmm", false)).toBe(keyOf(trials[0], "lkmm", false));
});
