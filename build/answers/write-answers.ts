// Writes docs/answers.md anew, and docs/answers.json, which keeps what each check has found: a check is made
// again only where something has changed on which it hangs, or with --all, or, where a search did not
// end, with --retry. --only=ef looks at some questions and
// writes no page; --timeout=600 is when a check gives up, in seconds. Run at the root of the repository.

import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createProcessShell } from "../../src/cli/process-shell.ts";
import type { TrialCheck } from "../../src/cli/ringbuf/answer-question.ts";
import { checkTrial } from "../../src/cli/ringbuf/check-trial.ts";
import { questionModels } from "../../src/cli/ringbuf/question-models.ts";
import { QUESTIONS } from "../../src/ringbuf-model/questions/question-table.ts";
import { answersPage } from "./answers-page.ts";
import { formatLedger, type LedgerEntry } from "./ledger.ts";
import { createTrialKey } from "./trial-key.ts";

const root = new URL("../../", import.meta.url);
const ledgerFile = new URL("docs/answers.json", root);
const shell = createProcessShell();
const modelOf = questionModels(shell);
const keyOf = createTrialKey(root);
const only = process.argv.find((word) => word.startsWith("--only="))?.slice("--only=".length);
const known = new Map<string, LedgerEntry>();
const remember = (): void => {
	if (!existsSync(ledgerFile)) return;
	const entries: readonly LedgerEntry[] = JSON.parse(readFileSync(ledgerFile, "utf8"));
	for (const entry of entries) known.set(entry.key, entry);
};
/** Moved into place whole: another run may be reading. */
const keep = (entries: ReadonlyMap<string, LedgerEntry>): void => {
	const next = new URL(`docs/answers.json.${process.pid}.tmp`, root);
	writeFileSync(next, formatLedger([...entries.values()]));
	renameSync(next, ledgerFile);
};
remember();
const isAll = process.argv.includes("--all");
const isRetry = process.argv.includes("--retry");
/** Trials that only a summary tells of: how it happens is not shown. */
const summed = new Set(QUESTIONS.flatMap(({ isSummary, trials }) => (isSummary === true ? trials : [])));
const seconds = Number(
	process.argv.find((word) => word.startsWith("--timeout="))?.slice("--timeout=".length) ?? 600,
);
const kept = new Map<string, LedgerEntry>();

const check: TrialCheck = async (trial, model, asksForPairs) => {
	const key = keyOf(trial, model, asksForPairs);
	const before = kept.get(key) ?? (isAll ? undefined : known.get(key));
	const isOpen = before?.properties.some(({ finding }) => finding === "incomplete") === true;
	if (before !== undefined && !(isRetry && isOpen && !kept.has(key))) {
		kept.set(key, before);
		return before;
	}
	const started = shell.now();
	const outcome = await checkTrial(trial, await modelOf(model), asksForPairs, seconds, shell);
	if (shell.isInterrupted()) process.exit(130);
	const taken = ((shell.now() - started) / 1000).toFixed(1);
	const found = outcome.properties.map(({ name, finding }) => `${name} ${finding}`).join(", ");
	shell.writeError(`${taken} s  ${outcome.explored}  ${trial.label}, ${model}: ${found}\n`);
	const properties = summed.has(trial)
		? outcome.properties.map(({ steps: _, ...found }) => found)
		: outcome.properties;
	const entry = { key, about: `${trial.label}, ${model}`, ...outcome, properties };
	kept.set(key, entry);
	// Another run may have been busy with other questions.
	remember();
	known.set(key, entry);
	keep(known);
	return entry;
};

const chosen = QUESTIONS.filter(({ letter }) => only === undefined || only.includes(letter));
const page = await answersPage(chosen, check);
if (only === undefined) keep(kept);
if (only === undefined) writeFileSync(new URL("docs/answers.md", root), page);
else shell.write(page);
