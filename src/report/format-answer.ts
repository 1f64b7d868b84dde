import type { Answer, AnswerRow } from "./answer.ts";

/**
 * An answer as Markdown: the conclusion, a table of what was found for each property, the counterexamples, and
 * the configurations within which a "never" was proven. Ends with a line feed.
 */
export function formatAnswer({ letter, text, rows, conclusion, pairs }: Answer): string {
	const properties = [...new Set(rows.flatMap(({ findings }) => findings.flatMap(namesIn)))];
	const lines = [`## ${letter}. ${text}`, "", conclusion, ""];
	if (pairs.length > 0) lines.push("Pairs:", "", ...pairs.map((line) => `- ${line}`), "");
	for (const property of properties) lines.push(...table(property, rows), "");
	const examples = [...new Set(rows.flatMap((row) => exampleOf(row)))];
	if (examples.length > 0) lines.push("Counterexamples:", "", ...examples.map((line) => `- ${line}`), "");
	lines.push("Each verdict is about:", "", ...boundsOf(rows).map((line) => `- ${line}`), "");
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

function exampleOf({ label, findings }: AnswerRow): string[] {
	return findings.flatMap(({ model, properties }) =>
		properties
			.filter(({ finding }) => finding === "possible")
			.map(({ name, detail, meaning }) => `${label}, ${name} on ${model}: ${detail ?? meaning}`),
	);
}

/** The configurations, with the labels that each is about. */
function boundsOf(rows: readonly AnswerRow[]): string[] {
	const labels = new Map<string, string[]>();
	for (const { title, label } of rows) labels.set(title, [...(labels.get(title) ?? []), label]);
	if (labels.size === 1) return [...labels.keys()];
	return [...labels].map(([title, of]) => `${title} (${of.join("; ")})`);
}
