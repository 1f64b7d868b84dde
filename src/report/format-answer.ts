import type { Answer, AnswerRow } from "./answer.ts";
import type { RingFinding } from "./ring-outcome.ts";

/**
 * An answer as Markdown: the conclusion, a table of what was found for each property, the counterexamples, and
 * the configurations within which a "never" was proven. Ends with a line feed.
 */
export function formatAnswer({ letter, text, rows, conclusion, isSummary, pairs }: Answer): string {
	const lines = [`## ${letter}. ${text}`, "", conclusion, ""];
	if (!isSummary) {
		const properties = [...new Set(rows.flatMap(({ findings }) => findings.flatMap(namesIn)))];
		for (const property of properties) lines.push(...table(property, rows), "");
		const examples = rows.flatMap(examplesOf);
		if (examples.length > 0) lines.push("Counterexamples:", "", ...examples, "");
	}
	lines.push("Bounds of each verdict:", "", ...boundsOf(rows).map((line) => `- ${line}`), "");
	const changes = isSummary ? [] : rows.flatMap(changesOf);
	if (changes.length > 0) lines.push("What was changed in the sources:", "", ...new Set(changes), "");
	if (pairs.length > 0)
		lines.push(
			"Pairs that were seen to order a thread after another:",
			"",
			...pairs.map((line) => `- ${line}`),
			"",
		);
	return `${lines.join("\n").trimEnd()}\n`;
}

function namesIn({ properties }: AnswerRow["findings"][number]): string[] {
	return properties.map(({ name }) => name);
}

function table(property: string, rows: readonly AnswerRow[]): string[] {
	const about = rows.filter(({ findings }) =>
		findings.some((finding) => namesIn(finding).includes(property)),
	);
	const models = [...new Set(about.flatMap(({ findings }) => findings.map(({ model }) => model)))];
	const cell = ({ findings }: AnswerRow, model: string): string =>
		findings.find((finding) => finding.model === model)?.properties.find(({ name }) => name === property)
			?.finding ?? "";
	return [
		`| ${property} | ${models.join(" | ")} |`,
		`|---|${models.map(() => "---|").join("")}`,
		...about.map((row) => `| ${row.label} | ${models.map((model) => cell(row, model)).join(" | ")} |`),
	];
}

/** One counterexample for each property: that of the strongest model, which is named last, is the simplest. */
function examplesOf({ label, findings }: AnswerRow): string[] {
	const byProperty = new Map<string, { models: string[]; found: RingFinding }>();
	for (const { model, properties } of findings)
		for (const found of properties) {
			if (found.finding !== "possible") continue;
			const models = [...(byProperty.get(found.name)?.models ?? []), model];
			byProperty.set(found.name, { models, found });
		}
	return [...byProperty].flatMap(([name, { models, found }]) => [
		`- **${label}**, ${name} on ${models.join(", ")}: ${found.detail ?? found.meaning}`,
		...(found.steps === undefined ? [] : stepsOf(found.steps, models[models.length - 1])),
	]);
}

function stepsOf({ isInterleaving, lines }: NonNullable<RingFinding["steps"]>, model: string): string[] {
	const summary = isInterleaving
		? `The accesses on ${model}, in an order in which each read sees the last write`
		: `The accesses on ${model}, thread by thread: no interleaving has them`;
	return [
		"",
		`  <details><summary>${summary}</summary>`,
		"",
		"  ```",
		...lines.map((line) => `  ${line}`),
		"  ```",
		"",
		"  </details>",
		"",
	];
}

/** The configurations, each with the labels that it is about if there are several. */
function boundsOf(rows: readonly AnswerRow[]): string[] {
	const labels = new Map<string, string[]>();
	for (const { title, label } of rows) labels.set(title, [...(labels.get(title) ?? []), label]);
	if (labels.size === 1 || rows.length > 40) return [...labels.keys()];
	return [...labels].map(([title, of]) => `${title} (${of.join("; ")})`);
}

function changesOf({ label, changes }: AnswerRow): string[] {
	if (changes.length === 0) return [];
	const code = (text: string): string => `\`${text.trim().replaceAll(/\s+/g, " ")}\``;
	return [
		`- ${label}:`,
		...changes.map(({ file, from, to }) => `  - ${file}: ${code(from)} becomes ${code(to)}`),
	];
}
