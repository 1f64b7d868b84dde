import type { CheckOptions } from "../checker/options.ts";
import type { Execution } from "../execution/execution.ts";
import type { Expectation, Program } from "../execution/program.ts";
import type { Verdict } from "../execution/verdict.ts";
import { formatReplay } from "../explain/replay-string.ts";
import type { CheckedTest, PropertyOutcome } from "../report/test-outcome.ts";
import { identityOf } from "./explain/identity-of.ts";
import { judge } from "./judge.ts";

/** What a verdict alone tells of a test: not where the test came from, and how long it took. */
export type DescribedVerdict = Omit<CheckedTest, "file" | "model" | "seconds" | "warnings">;

/** How a verdict came about. */
interface Origin extends Pick<CheckOptions, "unroll" | "symmetry"> {
	/** The model as the user named it. */
	readonly modelName: string;
	/** Whether the model is one that the test must keep its promises on; else the `Result:` comment is left out. */
	readonly isHeld: boolean;
}

/** A verdict in the form in which reports take it, compared with what its test promises. */
export function describeVerdict(
	verdict: Verdict,
	program: Program,
	{ modelName, isHeld, unroll, symmetry = true }: Origin,
): DescribedVerdict {
	const { name, quantifier, proposition, settings } = program;
	const promise = isHeld ? program.expectation : undefined;
	const { positive, negative, states, flags, explored } = verdict;
	const replayOf = ({ path }: Execution): string =>
		formatReplay({ path, unroll, symmetry }, identityOf(modelName, program));
	const { shown, ...judgement } = judge(verdict, quantifier, promise, {
		hasCondition: proposition.kind !== "true",
		isHeld,
	});
	return {
		...judgement,
		...(shown !== undefined && { replay: replayOf(shown) }),
		name,
		...(settings && { settings }),
		quantifier,
		positive,
		negative,
		states,
		flags,
		...(verdict.properties.length > 0 && { properties: propertiesOf(verdict, replayOf) }),
		...(verdict.deadlock && { deadlock: true }),
		...(verdict.kind === "incomplete" && { partial: true }),
		...(promise && { expected: expectedWords(promise) }),
		explored,
	};
}

function propertiesOf(
	{ properties, kind }: Verdict,
	replayOf: (execution: Execution) => string,
): PropertyOutcome[] {
	return properties.map(({ name, happens, witness }) => ({
		name,
		result: happens ? "possible" : kind === "incomplete" ? "open" : "never",
		...(witness !== undefined && witness.state !== "" && { state: witness.state }),
		...(witness !== undefined && { replay: replayOf(witness) }),
	}));
}

function expectedWords({ result, race }: Expectation): string {
	return race ? `${result} DATARACE` : result;
}
