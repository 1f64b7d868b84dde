import { isAbsolute, normalize, relative } from "node:path";
import type { TestOutcome } from "../test-outcome.ts";
import { type Complaint, complaintsOf } from "./complaint.ts";
import type { RunReport } from "./run-report.ts";

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** What the rules are about that are no code of a diagnostic. */
const RULES: Readonly<Record<string, string>> = {
	failed: "The verdict differs from what the test promises.",
	incomplete: "The search did not see every execution, which is never a pass.",
};

/**
 * A run as a SARIF 2.1.0 log: a result for each test that failed, is incomplete or in error, and for each warning.
 * Passes have none. What kept all tests from being checked is a notification, and the invocation is then not
 * successful. Ends with a line feed.
 */
export function formatSarif({ rows, problem, notRun, version, folder }: RunReport): string {
	const outcomes = rows.flat();
	const found = outcomes.flatMap((outcome) =>
		complaintsOf(outcome).map((complaint) => ({ outcome, complaint })),
	);
	const codes = [...new Set(found.map(({ complaint }) => complaint.code))].sort();
	const notes: object[] = [];
	if (problem !== undefined) notes.push({ level: "error", message: { text: problem } });
	if (notRun > 0) notes.push({ level: "warning", message: { text: `not run: ${notRun}` } });
	const document = {
		$schema: SCHEMA,
		version: "2.1.0",
		runs: [
			{
				tool: {
					driver: {
						name: "ringlit",
						version,
						rules: codes.map((id) => ({ id, ...(RULES[id] && { shortDescription: { text: RULES[id] } }) })),
					},
				},
				columnKind: "utf16CodeUnits",
				invocations: [
					{
						executionSuccessful: problem === undefined && notRun === 0,
						...(notes.length > 0 && { toolExecutionNotifications: notes }),
					},
				],
				results: found.map(({ outcome, complaint }) => result(complaint, outcome, codes, folder)),
			},
		],
	};
	return `${JSON.stringify(document, undefined, 2)}\n`;
}

function result(
	complaint: Complaint,
	outcome: TestOutcome,
	codes: readonly string[],
	folder: string | undefined,
): object {
	const { code, severity, title, details } = complaint;
	return {
		ruleId: code,
		ruleIndex: codes.indexOf(code),
		kind: code === "incomplete" ? "open" : "fail",
		// The standard allows no other level where the kind is not `fail`.
		level: code === "incomplete" ? "none" : severity,
		message: { text: `${title} (${outcome.model}): ${details}` },
		locations: [{ physicalLocation: location(complaint) }],
		partialFingerprints: { "test/v1": fingerprint(complaint, outcome, folder) },
	};
}

/**
 * What tells a result from those of other tests, and is the same in every run from one folder: names alone do not do, since
 * tests of several folders may share one.
 */
function fingerprint(
	{ code, title, path }: Complaint,
	{ model }: TestOutcome,
	folder: string | undefined,
): string {
	const near = folder !== undefined && isAbsolute(path) ? relative(folder, path) : normalize(path);
	const name = title === path ? [] : [title];
	return [model, near.replaceAll("\\", "/"), ...name, code].join(":");
}

function location({ path, place, line }: Complaint): object {
	const artifactLocation = { uri: uriOf(place?.path ?? path) };
	if (place !== undefined) {
		const { line: startLine, column: startColumn, endLine, endColumn } = place;
		return { artifactLocation, region: { startLine, startColumn, endLine, endColumn } };
	}
	return { artifactLocation, ...(line !== undefined && { region: { startLine: line } }) };
}

/** A path as a reference: relative ones stay relative, to be resolved against the folder of the run. */
function uriOf(path: string): string {
	const encoded = path
		.replace(/\p{Surrogate}/gu, "\ufffd")
		.split("/")
		.map((part) => encodeURIComponent(part))
		.join("/");
	return path.startsWith("/") ? `file://${encoded}` : encoded;
}
