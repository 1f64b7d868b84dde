import type { Limit } from "../execution/verdict.ts";
import { limitReached } from "./wording.ts";

/** What is looked for in executions: an outcome, something that must not happen, a data race. */
export type Sort = "outcome" | "property" | "race";

/** A story's headline where a model lets happen what is asked for. */
export function happensHeadline(sort: Sort, text: string, model: string, detail?: string): string {
	if (sort === "outcome") return `${model} allows ${text}`;
	if (sort === "race") return "two accesses race";
	return detail === undefined ? `${text} happens` : `${text}: ${detail}`;
}

/** A story's headline where a model forbids it. */
export function forbiddenHeadline(sort: Sort, text: string, model: string): string {
	if (sort === "outcome") return `${model} forbids ${text}`;
	return sort === "race" ? `no data race in any execution that ${model} allows` : `${text} never happens`;
}

/** The headline of a story of threads that wait for ever. */
export function deadlockHeadline(): string {
	return "no execution completes: threads wait for what never comes";
}

/** The headline of an execution that was asked for by its string, and shows nothing else that was. */
export function replayHeadline(model: string): string {
	return `an execution that ${model} allows`;
}

/** A remark on a witness where the search did not end. */
export function smallestSoFar(limits: readonly Limit[], candidates: number): string {
	const found = candidates === 1 ? "the only one" : `the smallest of ${candidates}`;
	return `${limits.map(limitReached).join("; ")}: this is ${found} found until then`;
}

/** A remark on an execution that comes closest to what is forbidden, where not all were looked at. */
export function notAllCompared(): string {
	return "a simpler reason may exist: not all were compared";
}

/** A remark on a test that has a data race and was asked about something else. */
export function alsoRaces(): string {
	return "the test has a data race, too: --property data-race shows it";
}

/** What is said where nothing was found, and not everything was looked at. */
export function notKnown(text: string, limits: readonly Limit[], seconds: number): string {
	const why = limits.includes("timeout")
		? `${seconds} s were not enough`
		: limits.map(limitReached).join("; ");
	return `not known whether ${text} can happen: ${why}`;
}

/** A remark on what never happens, where there is no axiom to blame: the number of executions that were looked at. */
export function allLookedAt(executions: string): string {
	return `all executions were looked at (${executions}): it happens in none`;
}

/** What is said of a ring in which nothing forbidden was found; `limits` are those that the search met. */
export function nothingHappens(
	title: string,
	model: string,
	limits: readonly Limit[],
	seconds: number,
): string {
	const found =
		limits.length === 0
			? "nothing forbidden can happen"
			: `nothing forbidden was found${whyNot(limits, seconds)}`;
	return `${title}  (${model})\n${found}: there is nothing to explain`;
}

function whyNot(limits: readonly Limit[], seconds: number): string {
	return limits.includes("timeout") ? ` in ${seconds} s` : ` (${limits.map(limitReached).join("; ")})`;
}

/** A remark on a ring in which other properties happen, too. */
export function alsoPossible(names: readonly string[]): string {
	return `also possible: ${names.join(", ")}; --property shows each`;
}
