import type { Mutant } from "../../src/ringbuf-model/mutants.ts";
import { changedLines } from "./changed-lines.ts";
import type { Fate } from "./run-mutant.ts";

/** A mutant with what came of it, as a section of the page. Ends with a line feed. */
export function mutantEntry(mutant: Mutant, fate: Fate): string {
	return `${mutantChange(mutant)}${fateInWords(mutant, fate)}\n`;
}

/** What a mutant changes: the first half of its section. */
export function mutantChange({ name, edit }: Mutant): string {
	const { before, after } = changedLines(edit);
	return [
		`### ${edit.file}: ${name}`,
		"",
		"```diff",
		...before.map((text) => `-${text}`),
		...after.map((text) => `+${text}`),
		"```",
		"",
		"",
	].join("\n");
}

/** What is wrong with what came of a mutant: it lives without an argument, or its argument does not hold. */
export function problemOf({ harmless }: Mutant, fate: Fate): string | undefined {
	if (fate.kind === "caught" && harmless !== undefined)
		return `said to be harmless, but ${fate.properties.join(", ")} is possible`;
	if (fate.kind === "survived" && harmless === undefined) return "nothing notices it, and nothing says why";
	return undefined;
}

function fateInWords({ harmless }: Mutant, fate: Fate): string {
	switch (fate.kind) {
		case "caught": {
			const names = fate.properties.map((name) => `**${name}**`).join(", ");
			const count =
				fate.executions === undefined
					? "the search was ended then"
					: fate.executions === 0
						? "every execution breaks off"
						: `${fate.executions} ${fate.executions === 1 ? "execution" : "executions"}`;
			return `Caught: ${names}, by "${fate.workload}" (${count}).`;
		}
		case "survived":
			return `Harmless: ${harmless ?? "nobody knows why"}. No workload tells it apart (${fate.executions} executions).`;
		case "undecided": {
			const open = fate.workloads.map((name) => `"${name}"`).join(", ");
			const reason = harmless === undefined ? "" : ` It ought to be harmless: ${harmless}.`;
			return `Undecided: nothing was met, but not all was seen of ${open}.${reason}`;
		}
	}
}
