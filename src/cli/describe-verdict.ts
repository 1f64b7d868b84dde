import type { Expectation, Program } from "../execution/program.ts";
import type { Verdict } from "../execution/verdict.ts";
import type { CheckedTest, PropertyOutcome } from "../report/test-outcome.ts";
import { judge } from "./judge.ts";

/** What a verdict alone tells of a test: not where the test came from, and how long it took. */
export type DescribedVerdict = Omit<CheckedTest, "file" | "model" | "seconds" | "warnings">;

/**
 * A verdict in the form in which reports take it, compared with what its test promises.
 * @param isHeld whether the model is one that the test must keep its promises on; else the `Result:` comment is left out
 */
export function describeVerdict(verdict: Verdict, program: Program, isHeld: boolean): DescribedVerdict {
	const { name, quantifier, proposition, settings } = program;
	const promise = isHeld ? program.expectation : undefined;
	const { positive, negative, states, flags, explored } = verdict;
	return {
		...judge(verdict, quantifier, promise, { hasCondition: proposition.kind !== "true", isHeld }),
		name,
		...(settings && { settings }),
		quantifier,
		positive,
		negative,
		states,
		flags,
		...(verdict.properties.length > 0 && { properties: propertiesOf(verdict) }),
		...(verdict.deadlock && { deadlock: true }),
		...(verdict.kind === "incomplete" && { partial: true }),
		...(promise && { expected: expectedWords(promise) }),
		explored,
	};
}

function propertiesOf({ properties, kind }: Verdict): PropertyOutcome[] {
	return properties.map(({ name, happens, witness }) => ({
		name,
		result: happens ? "possible" : kind === "incomplete" ? "open" : "never",
		...(witness !== undefined && witness.state !== "" && { state: witness.state }),
	}));
}

function expectedWords({ result, race }: Expectation): string {
	return race ? `${result} DATARACE` : result;
}
