import { AUDIT_HEADING } from "./audit-heading.ts";
import type { AuditEntry } from "./audit-subjects.ts";

/** docs/audit.md, of what was found. */
export function auditPage(entries: readonly AuditEntry[]): string {
	const sections = entries.map(
		({ name, text }) => `## ${name.replace(/^.*\//, "")}\n\n\`\`\`\n${text}\n\`\`\`\n`,
	);
	return [AUDIT_HEADING, ...sections].join("\n");
}
