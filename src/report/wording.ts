import type { Limit } from "../execution/verdict.ts";
import { printSettings } from "./display-name.ts";
import { shellWord } from "./shell-word.ts";
import type { CheckedTest, PropertyOutcome } from "./test-outcome.ts";

/** Why a test failed: its observation is not the one that its `Result:` comment promises. */
export function unexpectedObservation(expected: string, observed: string): string {
	return `expected ${expected}, observed ${observed}`;
}

/** Why a test failed: it promised a deadlock. */
export function missingDeadlock(): string {
	return "expected a deadlock, but there is an execution that completes or ends otherwise";
}

/** Why a test failed: a race that its `Result:` comment does not announce. */
export function unexpectedRace(): string {
	return "unexpected data race";
}

/** Why a test failed: it announces a race that is not there. */
export function missingRace(): string {
	return "expected a data race, found none";
}

/** Why a test failed: what it forbids happens. */
export function forbiddenHappens(names: readonly string[]): string {
	return `forbidden, but possible: ${names.join(", ")}`;
}

/** What a search found out about a property; `width` is that of the longest name. */
export function propertyLine({ name, result, state }: PropertyOutcome, width: number): string {
	const found = state === undefined ? result : `${result}: ${state}`;
	return `${name.padEnd(width)}  ${found}`;
}

/** A remark on a test of which no execution completes. */
export function deadlocked(): string {
	return "no execution completes: a thread waits for ever";
}

/** Introduces the final state of an execution that satisfies the condition against expectation. */
export function satisfyingState(state: string): string {
	return `the condition is satisfied here: ${state}`;
}

/** Introduces the final state of an execution that does not satisfy the condition. */
export function falsifyingState(state: string): string {
	return `the condition is not satisfied here: ${state}`;
}

/**
 * The command that explains why a test fails, as a shell takes it: with the values of its parameters, the model by its name, and what brings the counterexample
 * back. Of a model that takes more options than its name, the command that shows the test.
 */
export function lookCloser(test: CheckedTest): string {
	const { file, model, settings = [], properties = [], flags, replay } = test;
	const given = settings.length === 0 ? [] : ["--set", printSettings(settings)];
	if (!/^[\w-]+$|\.cat$/.test(model))
		return ["look closer: ringlit show", ...given, shellWord(file)].join(" ");
	const named = model === "lkmm" ? [] : ["--model", shellWord(model)];
	const property = replay === undefined ? properties.find(({ result }) => result === "possible") : undefined;
	const race = replay === undefined && property === undefined && flags.includes("data-race");
	const asked =
		property === undefined
			? race
				? ["--property", "data-race"]
				: []
			: ["--property", shellWord(property.name)];
	const string = replay ?? property?.replay;
	const back = string === undefined ? [] : ["--replay", string];
	return ["look closer: ringlit explain", ...named, ...given, ...asked, shellWord(file), ...back].join(" ");
}

/** A remark on executions that a verdict does not count. */
export function undeterminedExecutions(count: number): string {
	const subject = count === 1 ? "1 execution is" : `${count} executions are`;
	return `${subject} left out: plain accesses determine each other's values in a circle`;
}

/** Why a search is incomplete. */
export function limitReached(limit: Limit): string {
	switch (limit) {
		case "unroll":
			return "incomplete: a loop runs past its bound (--unroll)";
		case "timeout":
			return "incomplete: out of time (--timeout)";
		case "steps":
			return "incomplete: a thread takes more steps than are followed";
		case "memory":
			return "incomplete: out of memory";
		case "interrupted":
			return "incomplete: interrupted";
		case "decided":
			return "incomplete: stopped when every property was decided";
	}
}
