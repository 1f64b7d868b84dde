import type { RingOutcome } from "./ring-outcome.ts";

/** Outcomes of rings as one JSON document, with a line feed at the end. Counts beyond 2^53 are strings. */
export function formatRingJson(outcomes: readonly RingOutcome[]): string {
	const rings = outcomes.map(({ executions, ...outcome }) => ({
		...outcome,
		executions: typeof executions === "bigint" ? String(executions) : executions,
	}));
	return `${JSON.stringify({ rings }, undefined, 2)}\n`;
}
