import type { Execution } from "../../src/execution/execution.ts";
import type { Limit, Verdict } from "../../src/execution/verdict.ts";

/** What a test says about a verdict; the rest is filled in. */
export interface Sketch {
	readonly positive: number;
	readonly negative: number;
	readonly flags?: readonly string[];
	readonly limits?: readonly Limit[];
	readonly deadlock?: boolean;
	readonly undetermined?: number;
	/** Names of properties, with a mark in front of those that happen: `+`. */
	readonly properties?: readonly string[];
}

/** A verdict whose witnesses end in the states `yes=1` and `no=1`. */
export function verdictOf(sketch: Sketch): Verdict {
	const { positive, negative, limits } = sketch;
	const findings = {
		positive,
		negative,
		states: [],
		flags: sketch.flags ?? [],
		deadlock: sketch.deadlock ?? false,
		undetermined: sketch.undetermined ?? 0,
		properties: (sketch.properties ?? []).map((name) =>
			name.startsWith("+")
				? { name: name.slice(1), happens: true, witness: executionEndingIn("bad=1") }
				: { name, happens: false },
		),
		explored: { executions: positive + negative, deadEnds: 0 },
		...(positive > 0 && { witness: executionEndingIn("yes=1") }),
		...(negative > 0 && { counterWitness: executionEndingIn("no=1") }),
	};
	return limits ? { kind: "incomplete", limits, ...findings } : { kind: "holds", ...findings };
}

function executionEndingIn(state: string): Execution {
	return {
		events: [],
		values: [],
		rf: [],
		co: [],
		rmw: [],
		addr: [],
		data: [],
		ctrl: [],
		notes: [],
		state,
		path: "",
	};
}
