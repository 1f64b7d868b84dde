import type { Verdict } from "../../../src/execution/verdict.ts";

/** What a verdict says of its program, however the search went. */
export function said(verdict: Verdict): object {
	const { kind, positive, negative, states, flags, deadlock, undetermined, properties } = verdict;
	return {
		kind,
		positive,
		negative,
		states,
		flags,
		deadlock,
		undetermined,
		limits: verdict.kind === "incomplete" ? verdict.limits : [],
		hasWitness: verdict.witness !== undefined,
		hasCounterWitness: verdict.counterWitness !== undefined,
		properties: properties.map(({ name, happens, witness }) => [name, happens, witness !== undefined]),
	};
}
