import type { Choice } from "../../audit/choice.ts";
import type { Site } from "../../audit/site.ts";
import { lineColumn } from "../../source/line-column.ts";
import type { AuditReport } from "./audit-report.ts";
import { changeOf, outcomeText, siteText } from "./audit-words.ts";

/** An audit as one JSON document, with a line feed at the end. Times are seconds. */
export function formatAuditJson(report: AuditReport): string {
	const { audit, subjects, title, model, bounds, path } = report;
	const { sites, rows, repairs } = audit;
	const document = {
		name: title,
		model,
		bounds,
		outcomes: subjects.flatMap(({ name }, subject) =>
			audit.outcomes[subject].map(({ kind }, outcome) => ({
				...(subjects.length > 1 && { of: name }),
				kind,
				text: outcomeText(report, { subject, outcome }),
				happens: audit.possible.some((one) => one.subject === subject && one.outcome === outcome),
			})),
		),
		limits: audit.limits,
		orderings: [...new Set(rows.map(({ site }) => site))].map((site) => ({
			...described(sites[site]),
			steps: rows
				.filter((row) => row.site === site)
				.map((row) => ({
					to: row.alternative.to,
					as: row.alternative.name,
					verdict: VERDICTS[row.finding.kind],
					...(row.finding.kind === "broken" && {
						happens: row.finding.happenings.map(({ subject, outcome, detail }) => ({
							...(subjects.length > 1 && { of: subjects[subject].name }),
							outcome: outcomeText(report, { subject, outcome }),
							...(detail !== undefined && { detail }),
							...(row.alternative.edits && {
								explain: report.explain(changeOf(row, sites, path), subject, outcome),
							}),
						})),
					}),
					...(row.finding.kind === "follows" && { from: row.finding.from }),
					...(row.finding.kind === "open" && { limits: row.finding.limits }),
					...(row.finding.kind !== "follows" && { seconds: row.seconds }),
				})),
		})),
		cost: audit.cost,
		together: audit.together.map((one) => listed(one, sites, path)),
		clashes: audit.clashes.map((one) => listed(one, sites, path)),
		...(repairs && {
			repairs: repairs.choices.map((one) => listed(one, repairs.sites, path)),
			isRepairable: repairs.isBeyond ? false : repairs.choices.length > 0 ? true : null,
		}),
		searches: audit.searches,
		complete: audit.isComplete,
	};
	return `${JSON.stringify(document, undefined, 2)}\n`;
}

const VERDICTS = { fine: "not needed", broken: "needed", follows: "needed", open: "open" } as const;

function described(site: Site) {
	return {
		kind: site.kind,
		text: siteText(site),
		places: site.spans.map(({ file, start }) => ({ file: file.path, ...lineColumn(file, start) })),
	};
}

function listed({ cost, steps }: Choice, sites: readonly Site[], path: string) {
	return {
		cost,
		steps: steps.map((step) => ({
			...described(sites[step.site]),
			to: step.alternative.to,
			as: step.alternative.name,
			change: changeOf(step, sites, path),
		})),
	};
}
