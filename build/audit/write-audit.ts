// Writes docs/audit.md anew, and docs/audit.json, which keeps what was found: an audit is made again only where something has changed on which it
// hangs, or with --all. Run at the root of the repository.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createProcessShell } from "../../src/cli/process-shell.ts";
import { questionModels } from "../../src/cli/ringbuf/question-models.ts";
import { auditPage } from "./audit-page.ts";
import { type AuditEntry, auditSubjects } from "./audit-subjects.ts";
import { makeEntry } from "./make-entry.ts";

// The tool stands in dist/tools.
const root = new URL("../../", import.meta.url);
const ledger = new URL("docs/audit.json", root);
const shell = createProcessShell();
const isAll = process.argv.includes("--all");
const before: readonly AuditEntry[] =
	existsSync(ledger) && !isAll ? JSON.parse(readFileSync(ledger, "utf8")) : [];
const { model } = await questionModels(shell)("lkmm");
const entries: AuditEntry[] = [];
/** Whatever is known, so that a run that is stopped can be taken up. */
const keep = (): void => {
	const others = before.filter(({ name }) => !entries.some((entry) => entry.name === name));
	const lines = [...entries, ...others].map((entry) => JSON.stringify(entry));
	writeFileSync(ledger, `[\n${lines.join(",\n")}\n]\n`);
};
for (const subject of auditSubjects(root)) {
	const started = shell.now();
	const known = before.find(({ key, name }) => key === subject.key && name === subject.name);
	const entry = known ?? (await makeEntry(root, subject, model, shell));
	if (shell.isInterrupted()) process.exit(130);
	if (known === undefined)
		shell.writeError(`${Math.round((shell.now() - started) / 1000)} s  ${subject.name}\n`);
	entries.push(entry);
	keep();
}
writeFileSync(ledger, `[\n${entries.map((entry) => JSON.stringify(entry)).join(",\n")}\n]\n`);
writeFileSync(new URL("docs/audit.md", root), auditPage(entries));
