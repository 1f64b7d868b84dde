import type { Choice, Step } from "../../audit/choice.ts";
import { placeName } from "../../audit/place-name.ts";
import type { Site } from "../../audit/site.ts";
import type { Happening } from "../../audit/trial.ts";
import { lineColumn } from "../../source/line-column.ts";
import { formatProposition } from "../format-proposition.ts";
import type { AuditReport } from "./audit-report.ts";

/** An outcome in full: `(1:r0=1 /\ 1:r1=0)`, `busy-read`, `a data race`. */
export function outcomeText({ subjects, audit }: AuditReport, { subject, outcome }: Happening): string {
	const what = audit.outcomes[subject][outcome];
	if (what.kind === "race") return "a data race";
	return what.kind === "property"
		? what.name
		: `(${formatProposition(subjects[subject].program, what.proposition)})`;
}

/** An outcome in a word: a condition is called that. */
function outcomeWord(report: AuditReport, happening: Happening): string {
	const { kind } = report.audit.outcomes[happening.subject][happening.outcome];
	return kind === "condition" ? "the condition" : outcomeText(report, happening);
}

/** What happens, each once, with the name of the subject where there are several. */
export function happeningWords(report: AuditReport, happenings: readonly Happening[]): string {
	const name = happenings[0] === undefined ? "" : report.subjects[happenings[0].subject].name;
	const words = [...new Set(happenings.map((one) => outcomeWord(report, one)))].join(", ");
	return report.subjects.length > 1 ? `${words} (${name})` : words;
}

/** What stands at a site, in one line; of a place for a fence, what the fence would precede. */
export function siteText({ kind, level, spans: [span] }: Site): string {
	const { file, start, end } = span;
	if (kind === "fence" && level === "none") {
		const line = /^[^\n]*/.exec(file.text.slice(start)) ?? [""];
		return `before ${line[0].trim()}`;
	}
	const text = file.text.slice(start, end).replace(/\s+/g, " ");
	return kind === "dependency" ? `what depends on ${text}` : text;
}

/** The lines of a site: `72, 95`, or with the file's name where that is not the test. */
export function siteLines({ spans }: Site, path: string): string {
	const files = new Map<string, string[]>();
	for (const span of spans) {
		const file =
			span.file.path === path ? "" : `${span.file.path.replace(/^<(.*)>$/, "$1").replace(/^.*\//, "")}:`;
		files.set(file, [...(files.get(file) ?? []), String(lineColumn(span.file, span.start).line)]);
	}
	return [...files].map(([file, lines]) => `${file}${[...new Set(lines)].join(",")}`).join(" ");
}

/** A step as `--with` takes it. */
export function changeOf({ site, alternative }: Step, sites: readonly Site[], path: string): string {
	return `${placeName(sites[site].spans[0], path)}=${alternative.to}`;
}

/** The steps of a choice, a line each: `72, 95  smp_wmb()  ->  nothing`. */
export function choiceLines({ steps }: Choice, sites: readonly Site[], path: string): string[] {
	const lines = steps.map(({ site }) => siteLines(sites[site], path));
	const width = Math.max(0, ...lines.map(({ length }) => length));
	return steps.map(
		({ site, alternative }, at) =>
			`${lines[at].padEnd(width)}  ${siteText(sites[site])}  ->  ${alternative.name}`,
	);
}
