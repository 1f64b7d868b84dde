import { readFileSync } from "node:fs";
import type { Model } from "../../src/cat/model.ts";
import { auditProgram } from "../../src/cli/audit/audit-program.ts";
import { auditRing } from "../../src/cli/ringbuf/audit-ring.ts";
import type { Shell } from "../../src/cli/shell.ts";
import { loadProgram } from "../../src/litmus/load-program.ts";
import { formatAudit } from "../../src/report/audit/format-audit.ts";
import { createPaint } from "../../src/report/paint.ts";
import { auditWorkloads } from "../../src/ringbuf-model/audit-workloads.ts";
import { variantNamed } from "../../src/ringbuf-model/variants.ts";
import type { AuditEntry, AuditSubject } from "./audit-subjects.ts";

/** Seconds a search. */
const SECONDS = 30;

/**
 * Audits a subject on the kernel's model.
 * @throws Error if it, which is of the repository, is in error
 */
export async function makeEntry(
	root: URL,
	subject: AuditSubject,
	lkmm: Model,
	shell: Shell,
): Promise<AuditEntry> {
	const report = subject.kind === "test" ? await test() : await variant();
	return { ...subject, text: formatAudit(report, createPaint(false), false) };

	async function test() {
		const text = readFileSync(new URL(subject.name, root), "utf8");
		const program = loadProgram({ path: subject.name, text });
		if (!program.ok) throw new Error(`${subject.name} does not load`);
		const options = { model: "lkmm", unroll: 4, timeout: SECONDS };
		return (await auditProgram(program.value, subject.name, options, lkmm, shell)).report;
	}

	async function variant() {
		const known = variantNamed(subject.name);
		const workloads = known === undefined ? [] : auditWorkloads(known);
		const model = { name: "lkmm", model: lkmm };
		const found = await auditRing(subject.name, workloads, model, { timeout: SECONDS }, shell);
		if (!found.ok) throw new Error(found.diagnostics.map(({ message }) => message).join("; "));
		return found.value;
	}
}
