import { formatDiagnostic } from "../../source/format-diagnostic.ts";
import { displayName } from "../display-name.ts";
import type { TestOutcome } from "../test-outcome.ts";
import { lookCloser } from "../wording.ts";
import { type Place, placeOf } from "./place.ts";

/** A reason why a run is red, or a warning, as reports for other programs have it. */
export interface Complaint {
	/** Its kind: `failed`, `incomplete`, or the code of a diagnostic. */
	readonly code: string;
	readonly severity: "error" | "warning";
	/** The file that it is about, as the user named it. */
	readonly path: string;
	/** Absent where no part of the file is at fault. */
	readonly place?: Place;
	/** A line alone, such as that of a broken promise, where nothing closer is known. */
	readonly line?: number;
	/** What it is about in a word or two: the test's name, if known. */
	readonly title: string;
	/** One sentence. */
	readonly message: string;
	/** All that is known, on one line or several. */
	readonly details: string;
}

/** What is to be said against a test, in the order in which the text report says it; empty for a quiet pass. */
export function complaintsOf(outcome: TestOutcome): Complaint[] {
	const path = outcome.file;
	if (outcome.status === "error") {
		return outcome.diagnostics.map((diagnostic) => ({
			code: diagnostic.code,
			severity: "error",
			path,
			...(diagnostic.span && { place: placeOf(diagnostic.span) }),
			title: outcome.name ?? path,
			message: diagnostic.message,
			details: formatDiagnostic(diagnostic),
		}));
	}
	const { status, remarks, evidence, warnings, settings, expectedLine } = outcome;
	const title = displayName(outcome.name, settings);
	const complaints: Complaint[] = [];
	if (status !== "pass") {
		const details = [...remarks];
		if (evidence !== undefined) details.push(evidence);
		if (status === "fail") details.push(lookCloser(outcome));
		complaints.push({
			code: status === "fail" ? "failed" : "incomplete",
			severity: "error",
			path,
			...(expectedLine !== undefined && { line: expectedLine }),
			title,
			message: remarks.join("; "),
			details: details.join("\n"),
		});
	}
	for (const warning of warnings) {
		complaints.push({
			code: warning.code,
			severity: "warning",
			path,
			...(warning.span && { place: placeOf(warning.span) }),
			title,
			message: warning.message,
			details: formatDiagnostic(warning),
		});
	}
	return complaints;
}
