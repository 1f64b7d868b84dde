import type { Execution } from "../execution/execution.ts";
import type { Expectation } from "../execution/program.ts";
import type { Quantifier } from "../execution/proposition.ts";
import type { Limit, Verdict } from "../execution/verdict.ts";
import type { Observation } from "../report/test-outcome.ts";
import {
	deadlocked,
	falsifyingState,
	forbiddenHappens,
	limitReached,
	missingDeadlock,
	missingRace,
	satisfyingState,
	undeterminedExecutions,
	unexpectedObservation,
	unexpectedRace,
} from "../report/wording.ts";

/** How a verdict compares with what its test promises. */
export interface Judgement {
	readonly status: "pass" | "fail" | "incomplete";
	readonly observation: Observation;
	/** Whether the quantified condition holds and no property happens; absent where an incomplete search leaves it open. */
	readonly holds?: boolean;
	readonly remarks: readonly string[];
	readonly evidence?: string;
	/** The execution that the evidence is about. */
	readonly shown?: Execution;
}

/** A promise that was broken: why, and a final state that shows it where one does. */
interface Contradiction {
	readonly remark: string;
	readonly evidence?: string | undefined;
	readonly shown?: Execution | undefined;
	/** Whether executions not yet found cannot mend it. */
	readonly definite: boolean;
}

const RACE_FLAG = "data-race";

/** What a promise is about. */
export interface Terms {
	/** Whether the test has a condition; if not, `Result:` speaks of its properties. */
	readonly hasCondition: boolean;
	/** Whether the model is one that the test must keep its promises on: to forbid a property is one. */
	readonly isHeld: boolean;
}

/**
 * Compares a verdict with the test's `Result:` comment. A search that saw everything passes if nothing
 * is promised. One that did not is never a pass; it fails if what it found already breaks the promise,
 * whatever else there may be, and is incomplete otherwise. An unannounced data race breaks any promise.
 * So does a property that happens, with or without the comment, unless the test has no condition and says that
 * something happens.
 */
export function judge(
	verdict: Verdict,
	quantifier: Quantifier,
	expectation?: Expectation,
	terms: Terms = { hasCondition: true, isHeld: true },
): Judgement {
	const limits: readonly Limit[] = verdict.kind === "incomplete" ? verdict.limits : [];
	const isComplete = verdict.kind !== "incomplete";
	const observation = observe(verdict, terms);
	const broken = [
		...(expectation ? contradictions(verdict, observation, expectation, terms) : []),
		...(terms.isHeld ? brokenProperties(verdict, expectation, terms) : []),
	].filter(({ definite }) => definite || isComplete);
	const { evidence, shown } = broken.find((contradiction) => contradiction.evidence !== undefined) ?? {};
	const holds = decideHolds(verdict, quantifier);

	const remarks = [...broken.map(({ remark }) => remark), ...limits.map(limitReached)];
	if (verdict.deadlock && expectation?.result !== "DEADLOCK") remarks.push(deadlocked());
	if (verdict.undetermined > 0) remarks.push(undeterminedExecutions(verdict.undetermined));
	return {
		status: broken.length > 0 ? "fail" : isComplete ? "pass" : "incomplete",
		observation,
		...(holds !== undefined && { holds }),
		remarks,
		...(evidence !== undefined && { evidence }),
		...(shown !== undefined && { shown }),
	};
}

/** Whether `Result:` speaks of properties. */
function isAboutProperties({ properties }: Verdict, { hasCondition }: Terms): boolean {
	return !hasCondition && properties.length > 0;
}

function observe(verdict: Verdict, terms: Terms): Observation {
	const { positive, negative, properties } = verdict;
	if (isAboutProperties(verdict, terms)) {
		return properties.some(({ happens }) => happens) ? "Sometimes" : "Never";
	}
	if (positive === 0) return "Never";
	return negative === 0 ? "Always" : "Sometimes";
}

function decideHolds(verdict: Verdict, quantifier: Quantifier): boolean | undefined {
	if (verdict.properties.some(({ happens }) => happens)) return false;
	const holds = decideCondition(verdict, quantifier);
	return holds && verdict.kind === "incomplete" && verdict.properties.length > 0 ? undefined : holds;
}

function decideCondition(verdict: Verdict, quantifier: Quantifier): boolean | undefined {
	const isRefuted = quantifier === "forall" ? verdict.negative > 0 : verdict.positive > 0;
	const whenFound = quantifier === "exists";
	if (isRefuted) return whenFound;
	return verdict.kind === "incomplete" ? undefined : !whenFound;
}

/** What is forbidden and happens, unless that is what the test promises. */
function brokenProperties(
	verdict: Verdict,
	expected: Expectation | undefined,
	terms: Terms,
): Contradiction[] {
	const names = verdict.properties.flatMap(({ name, happens }) => (happens ? [name] : []));
	const isPromised = expected !== undefined && expected.result !== "Never" && expected.result !== "DEADLOCK";
	if (names.length === 0 || (isPromised && isAboutProperties(verdict, terms))) return [];
	return [{ remark: forbiddenHappens(names), definite: true }];
}

function contradictions(
	verdict: Verdict,
	observation: Observation,
	expected: Expectation,
	terms: Terms,
): Contradiction[] {
	const found: Contradiction[] = [];
	const hasRace = verdict.flags.includes(RACE_FLAG);
	if (hasRace && !expected.race) found.push({ remark: unexpectedRace(), definite: true });
	if (!hasRace && expected.race) found.push({ remark: missingRace(), definite: false });

	const { result } = expected;
	if (result === "DEADLOCK") {
		const completes = verdict.positive > 0 || verdict.negative > 0;
		if (!verdict.deadlock) found.push({ remark: missingDeadlock(), definite: completes });
	} else if (isAboutProperties(verdict, terms)) {
		// Of executions that show a property, one is as good as all: that is what is searched for.
		if ((result === "Sometimes" || result === "Always") && observation === "Never")
			found.push({ remark: unexpectedObservation(result, observation), definite: false });
	} else if (result !== "Maybe" && result !== observation) {
		found.push({
			remark: unexpectedObservation(result, observation),
			...evidenceAgainst(result, verdict),
			definite: isDefinite(result, verdict),
		});
	}
	return found;
}

function isDefinite(result: "Never" | "Sometimes" | "Always", { positive, negative }: Verdict): boolean {
	if (result === "Never") return positive > 0;
	return result === "Always" && negative > 0;
}

/** The execution that should not be; for `Sometimes`, one of those that are all alike. */
function evidenceAgainst(
	result: "Never" | "Sometimes" | "Always",
	{ witness, counterWitness, negative }: Verdict,
): Pick<Contradiction, "evidence" | "shown"> {
	const showsSatisfying = result === "Never" || (result === "Sometimes" && negative === 0);
	const shown = showsSatisfying ? witness : counterWitness;
	if (shown === undefined) return {};
	if (showsSatisfying) return { evidence: satisfyingState(shown.state), shown };
	// Of what should be possible and is not, it is more to the point why.
	return { evidence: falsifyingState(shown.state), ...(result === "Always" && { shown }) };
}
