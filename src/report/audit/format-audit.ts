import type { Row } from "../../audit/audit.ts";
import type { Choice } from "../../audit/choice.ts";
import { formatDuration } from "../format-duration.ts";
import type { Paint } from "../paint.ts";
import { wrapWords } from "../pairs/block-comment.ts";
import { limitReached } from "../wording.ts";
import type { AuditReport } from "./audit-report.ts";
import { changeOf, choiceLines, happeningWords, outcomeText, siteLines, siteText } from "./audit-words.ts";

const WIDTH = 100;
const TEXT_WIDTH = 42;
/** So many outcomes are told one by one. */
const FEW = 2;
/** Sets and repairs beyond so many are counted. */
const MOST_SETS = 8;

/**
 * An audit as text for people. No line feed at the end.
 * @param hasTimes whether rows tell how long they took: no two runs take the same
 */
export function formatAudit(report: AuditReport, paint: Paint, hasTimes = true): string {
	const { audit, title, model, bounds, path } = report;
	const { sites, rows, together, clashes, repairs, possible } = audit;
	const lines = [`${paint.strong(title)}  ${paint.quiet(`(${model}; ${bounds})`)}`, ...outcomeLines(report)];
	if (rows.length > 0) lines.push("", ...table(report, paint, hasTimes));
	const isBroken = possible.length > 0;
	if (audit.isExhausted)
		lines.push("", "All of this happens as it is: there is nothing left that an ordering could prevent.");
	else if (rows.length === 0) lines.push("", "Nothing in this could be weaker.");
	if (together.length > 0) {
		lines.push(
			"",
			paint.strong(`Can be weaker together: ${setCount(together.length, audit.areAllSets, "largest set")}`),
		);
		lines.push(...choices(together, (cost) => `${cost} instead of ${audit.cost}`, sites, path));
	}
	if (clashes.length > 0) {
		lines.push("", paint.strong("Not together, though each alone can be weaker:"));
		for (const one of clashes.slice(0, MOST_SETS))
			lines.push(...choiceLines(one, sites, path).map(indented), "");
		lines.pop();
		if (clashes.length > MOST_SETS) lines.push(indented(`and ${clashes.length - MOST_SETS} more`));
	}
	if (isBroken && repairs !== undefined) {
		const heading =
			repairs.choices.length > 0
				? `Repaired by: ${setCount(repairs.choices.length, repairs.isComplete, "smallest set")}`
				: repairs.isBeyond
					? "No stronger accesses and no additional fences repair this."
					: "No repair was found, but not all was searched.";
		lines.push("", paint.strong(heading));
		lines.push(
			...choices(repairs.choices, (cost) => `${cost} instead of ${audit.cost}`, repairs.sites, path),
		);
	}
	lines.push(...counterexamples(report, paint));
	if (!audit.isComplete)
		lines.push("", paint.doubtful("Incomplete: some search did not end, or was not made."));
	return lines.join("\n");
}

function outcomeLines(report: AuditReport): string[] {
	const { audit, subjects } = report;
	return subjects.flatMap(({ name }, subject) => {
		const prefix = subjects.length > 1 ? `${name}: ` : "";
		const never = audit.limits.length === 0 ? "never" : "not found, but the search did not end";
		const texts = (wanted: boolean): string[] =>
			audit.outcomes[subject].flatMap((_, outcome) => {
				const happens = audit.possible.some((one) => one.subject === subject && one.outcome === outcome);
				return happens === wanted ? [outcomeText(report, { subject, outcome })] : [];
			});
		const [happening, others] = [texts(true), texts(false)];
		const words = [
			...happening.map((text) => `${text} happens as it is`),
			...(others.length > FEW
				? [`${never}: ${others.join(", ")}`]
				: others.map((text) => `${text} ${never}`)),
		];
		return wrapWords(`${prefix}${words.join("; ")}`, "  ", WIDTH);
	});
}

function table(report: AuditReport, paint: Paint, hasTimes: boolean): string[] {
	const { audit, path } = report;
	const cells = audit.rows.map((row, at) => {
		const isFirst = at === 0 || audit.rows[at - 1].site !== row.site;
		const site = audit.sites[row.site];
		return {
			row,
			line: isFirst ? siteLines(site, path) : "",
			text: isFirst ? shortened(siteText(site)) : "",
			name: row.alternative.name,
			time: row.finding.kind === "follows" || !hasTimes ? "" : formatDuration(row.seconds),
		};
	});
	const width = (key: "line" | "text" | "name" | "time", heading: string): number =>
		Math.max(heading.length, ...cells.map((one) => one[key].length));
	const [line, text, name, time] = [
		width("line", "line"),
		width("text", "ordering"),
		width("name", "as"),
		hasTimes ? width("time", "time") : 0,
	];
	const heading = `  ${"line".padEnd(line)}  ${"ordering".padEnd(text)}  ${"as".padEnd(name)}  ${hasTimes ? "time".padStart(time) : ""}  `;
	return [
		paint.quiet(heading.trimEnd()),
		...cells.map(
			(one) =>
				`  ${one.line.padEnd(line)}  ${one.text.padEnd(text)}  ${one.name.padEnd(name)}  ${one.time.padStart(time)}  ${verdict(report, one.row, paint)}`,
		),
	];
}

function verdict(report: AuditReport, { finding, site }: Row, paint: Paint): string {
	switch (finding.kind) {
		case "fine":
			return paint.good("not needed");
		case "broken":
			return `${paint.bad("needed")}: ${happeningWords(report, finding.happenings)}`;
		case "open":
			return paint.doubtful(`open: ${finding.limits.map(limitReached).join("; ")}`);
		case "follows": {
			const stronger = report.audit.sites[site].weaker.find(({ to }) => to === finding.from);
			return paint.quiet(`needed: even ${stronger?.name ?? finding.from} is not enough`);
		}
	}
}

function choices(
	all: readonly Choice[],
	costs: (cost: number) => string,
	sites: AuditReport["audit"]["sites"],
	path: string,
): string[] {
	const shown = all.slice(0, MOST_SETS);
	const lines = shown.flatMap((one, at) => [
		...(at === 0 ? [] : [""]),
		`  ${at + 1}. costs ${costs(one.cost)}`,
		...choiceLines(one, sites, path).map((line) => `     ${line}`),
	]);
	return all.length > shown.length ? [...lines, "", `  and ${all.length - shown.length} more`] : lines;
}

function setCount(count: number, areAll: boolean, what: string): string {
	return `${count} ${what}${count === 1 ? "" : "s"}${areAll ? "" : ", and there may be others or larger ones"}`;
}

/** How to see what happens without the orderings that are needed. */
function counterexamples(report: AuditReport, paint: Paint): string[] {
	const { audit, path } = report;
	const commands = audit.rows.flatMap((row) => {
		if (row.finding.kind !== "broken" || row.alternative.edits === undefined) return [];
		const [{ subject, outcome }] = row.finding.happenings;
		const command = report.explain(changeOf(row, audit.sites, path), subject, outcome);
		return command === undefined ? [] : [`  ${command}`];
	});
	return commands.length === 0
		? []
		: ["", paint.strong("How it happens without what is needed:"), ...commands];
}

function shortened(text: string): string {
	return text.length <= TEXT_WIDTH ? text : `${text.slice(0, TEXT_WIDTH - 3)}...`;
}

function indented(line: string): string {
	return `     ${line}`;
}
