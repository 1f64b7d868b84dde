import { formatDuration } from "./format-duration.ts";
import type { Paint } from "./paint.ts";
import type { RingFinding, RingOutcome } from "./ring-outcome.ts";
import { limitReached } from "./wording.ts";

const NAME_WIDTH = 22;
const FINDING_WIDTH = "incomplete".length + 2;

/** A ring's outcome as a table: the configuration, a line a property, the counts. No line feed at the end. */
export function formatRing(outcome: RingOutcome, paint: Paint): string {
	const { title, model, properties, executions, explored, limits, seconds } = outcome;
	const counts = `${executions} ${Number(executions) === 1 ? "execution" : "executions"}, ${explored} explored, ${formatDuration(seconds)}`;
	return [
		`${paint.strong(title)}  ${paint.quiet(`(${model})`)}`,
		...properties.flatMap((property) => rows(property, paint)),
		...lookCloser(outcome).map((line) => paint.quiet(`  ${line}`)),
		paint.quiet(`  ${counts}`),
		...limits
			.filter((limit) => limit !== "decided")
			.map((limit) => paint.doubtful(`  ${limitReached(limit)}`)),
	].join("\n");
}

function rows({ name, meaning, finding, detail }: RingFinding, paint: Paint): string[] {
	const mark = { never: paint.good, possible: paint.bad, incomplete: paint.doubtful }[finding];
	const row = `  ${name.padEnd(NAME_WIDTH)}${mark(finding.padEnd(FINDING_WIDTH))}`;
	if (finding !== "possible") return [row.trimEnd()];
	return [`${row}${detail ?? meaning}`];
}

/** The command that explains the first property that happens; a shell takes each of its words as it is. */
function lookCloser({ properties, closer }: RingOutcome): string[] {
	const happens = properties.find(({ replay }) => replay !== undefined);
	if (closer === undefined || happens?.replay === undefined) return [];
	return [`look closer: ${[...closer, "--property", happens.name, "--replay", happens.replay].join(" ")}`];
}
