import type { Program } from "../execution/program.ts";
import type { Quantifier } from "../execution/proposition.ts";
import type { Verdict } from "../execution/verdict.ts";
import { formatHerd7Condition } from "./format-herd7-condition.ts";
import { formatHerd7States } from "./format-herd7-states.ts";
import { testHash } from "./test-hash.ts";

const KINDS: Readonly<Record<Quantifier, string>> = {
	exists: "Allowed",
	"~exists": "Forbidden",
	forall: "Required",
};

/**
 * A verdict in herd7's form, with the empty line that ends it. Whether the loops of the test were followed
 * to their ends is told from the verdict's limits; one with other limits should not be shown as a verdict.
 *
 * @param seconds how long the check took
 */
export function formatHerd7(program: Program, verdict: Verdict, seconds: number): string {
	const { name, quantifier, file } = program;
	const { positive, negative, flags } = verdict;
	const states = formatHerd7States(program, verdict.states);
	const loop = verdict.kind === "incomplete" && verdict.limits.includes("unroll") ? "Loop " : "";
	const witnesses = quantifier === "~exists" ? [negative, positive] : [positive, negative];
	const lines = [
		`Test ${name} ${KINDS[quantifier]}`,
		`States ${states.length}`,
		...states,
		`${loop}${holds(quantifier, verdict) ? "Ok" : "No"}`,
		"Witnesses",
		`Positive: ${witnesses[0]} Negative: ${witnesses[1]}`,
		...flags.map((flag) => `Flag ${flag}`),
		`Condition ${formatHerd7Condition(program)}`,
		`Observation ${name} ${observation(verdict)} ${positive} ${negative}`,
		`Time ${name} ${seconds.toFixed(2)}`,
		`Hash=${testHash(file.text)}`,
	];
	return `${lines.join("\n")}\n\n`;
}

/** Whether the question's answer is yes, judged by the executions that were found. */
function holds(quantifier: Quantifier, { positive, negative }: Verdict): boolean {
	if (quantifier === "forall") return negative === 0;
	return quantifier === "exists" ? positive > 0 : positive === 0;
}

function observation({ positive, negative }: Verdict): string {
	if (positive === 0) return "Never";
	return negative === 0 ? "Always" : "Sometimes";
}
