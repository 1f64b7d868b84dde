import { formatJson } from "../report/format-json.ts";
import { formatHeader, formatOutcome } from "../report/format-outcome.ts";
import { formatRing } from "../report/format-ring.ts";
import { formatRingJson } from "../report/format-ring-json.ts";
import { createPaint } from "../report/paint.ts";
import type { RingOutcome } from "../report/ring-outcome.ts";
import type { TestOutcome } from "../report/test-outcome.ts";

/** How results are written. */
export interface FormatOptions {
	/** `text` is the table of `ringlit check`, `json` its document; `text` by default. */
	readonly format?: "text" | "json";
	/** Whether text has colours for a terminal; it has none by default. */
	readonly color?: boolean;
}

/** Results of checks as a table, or as one JSON document. Ends with a line feed. */
export function formatResults(results: readonly TestOutcome[], options: FormatOptions = {}): string {
	if (options.format === "json") return formatJson(results);
	const paint = createPaint(options.color === true);
	const width = Math.max(12, ...results.map(({ name = "" }) => name.length));
	const rows = results.map((result) => formatOutcome(result, paint, width));
	return `${[formatHeader(paint, width), ...rows].join("\n")}\n`;
}

/** Results of checks of the ring buffer as text, or as one JSON document. Ends with a line feed. */
export function formatRingbuf(results: readonly RingOutcome[], options: FormatOptions = {}): string {
	if (options.format === "json") return formatRingJson(results);
	const paint = createPaint(options.color === true);
	return results.map((result) => `${formatRing(result, paint)}\n`).join("");
}
