import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { auditPage } from "../../build/audit/audit-page.ts";
import { type AuditEntry, auditSubjects } from "../../build/audit/audit-subjects.ts";
import { makeEntry } from "../../build/audit/make-entry.ts";
import { memoryFiles, memoryShell } from "../cli/memory-shell.ts";
import { shippedModel } from "../oracle/shipped-model.ts";

const root = new URL("../../", import.meta.url);
const entries: readonly AuditEntry[] = JSON.parse(readFileSync(new URL("docs/audit.json", root), "utf8"));

test("docs/audit.md is what `npm run audit` makes of what was found, and nothing of that is stale", () => {
	const known = entries.map(({ name, key }) => `${name} ${key}`);
	const wanted = auditSubjects(root).map(({ name, key }) => `${name} ${key}`);
	expect(known, "changed since: run `npm run audit`").toEqual(wanted);
	expect(readFileSync(new URL("docs/audit.md", root), "utf8")).toBe(auditPage(entries));
});

test("an audit that is quick finds what the page says", async () => {
	const quick = entries.find(({ name }) => name.endsWith("release-recycled.litmus"));
	if (quick === undefined) throw new Error("the page tells of another test");
	const made = await makeEntry(root, quick, shippedModel("lkmm"), memoryShell(memoryFiles({})));
	expect(made.text).toBe(quick.text);
}, 60_000);
