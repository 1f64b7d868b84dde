import type { Count } from "../execution/count.ts";
import type { Setting } from "../execution/setting.ts";
import { formatDiagnostic } from "../source/format-diagnostic.ts";
import type { Comparison } from "./compare-outcomes.ts";
import type { RunPart } from "./gate/run-part.ts";
import type { TestOutcome } from "./test-outcome.ts";

/**
 * The whole run as one JSON document with a line feed at the end. What is not known of a test, such as
 * the counts of one in error, is `null`; `states` and `flags` are then empty. A test
 * without properties has no `properties`. `problem` is a reason why
 * tests could not be checked at all. With several models `tests` has an entry a test and model, and
 * `comparison` says where they differ. `part` is what `ringlit merge` reads of a part of a run.
 */
export function formatJson(
	outcomes: readonly TestOutcome[],
	problem?: string,
	comparison?: Comparison,
	part?: RunPart,
): string {
	const document = {
		tests: outcomes.map(jsonTest),
		...(comparison && { comparison }),
		...(problem !== undefined && { message: problem }),
		...(part && { part }),
	};
	return `${JSON.stringify(document, undefined, 2)}\n`;
}

function jsonTest(outcome: TestOutcome): object {
	if (outcome.status === "error") {
		return {
			file: outcome.file,
			name: outcome.name ?? null,
			quantifier: null,
			holds: null,
			observation: null,
			positive: null,
			negative: null,
			states: [],
			flags: [],
			expected: null,
			status: outcome.status,
			model: outcome.model,
			seconds: Math.round(outcome.seconds * 1e6) / 1e6,
			explored: null,
			message: outcome.diagnostics.map(formatDiagnostic).join("\n"),
		};
	}
	const sentences = outcome.evidence === undefined ? outcome.remarks : [...outcome.remarks, outcome.evidence];
	return {
		file: outcome.file,
		name: outcome.name,
		...(outcome.settings && { parameters: jsonSettings(outcome.settings) }),
		quantifier: outcome.quantifier,
		holds: outcome.holds ?? null,
		observation: outcome.observation,
		positive: jsonCount(outcome.positive),
		negative: jsonCount(outcome.negative),
		states: outcome.states,
		flags: outcome.flags,
		...(outcome.properties && { properties: outcome.properties }),
		...(outcome.replay !== undefined && { replay: outcome.replay }),
		expected: outcome.expected ?? null,
		status: outcome.status,
		model: outcome.model,
		seconds: Math.round(outcome.seconds * 1e6) / 1e6,
		explored: { executions: outcome.explored.executions, deadEnds: outcome.explored.deadEnds },
		...(sentences.length > 0 && { message: sentences.join("; ") }),
	};
}

/** The parameters by name; a value that no JavaScript number holds exactly goes as a text of digits. */
function jsonSettings(settings: readonly Setting[]): Record<string, number | string> {
	return Object.fromEntries(
		settings.map(({ name, value }) => [
			name,
			Number.isSafeInteger(Number(value)) ? Number(value) : String(value),
		]),
	);
}

/** A count that no JavaScript number holds exactly goes as a text of digits. */
function jsonCount(count: Count): number | string {
	return typeof count === "bigint" ? String(count) : count;
}
