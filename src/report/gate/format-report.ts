import { formatJson } from "../format-json.ts";
import type { DocumentFormat } from "./document-formats.ts";
import { formatGithub } from "./format-github.ts";
import { formatJunit } from "./format-junit.ts";
import { formatSarif } from "./format-sarif.ts";
import { formatTap } from "./format-tap.ts";
import type { RunReport } from "./run-report.ts";

/** A run's report in one of the forms that other programs read, with a line feed at its end if it is not empty. */
export function formatReport(format: DocumentFormat, report: RunReport): string {
	switch (format) {
		case "json":
			return formatJson(report.rows.flat(), report.problem, report.comparison, report.part);
		case "junit":
			return formatJunit(report);
		case "sarif":
			return formatSarif(report);
		case "github":
			return formatGithub(report);
		case "tap":
			return formatTap(report);
	}
}
