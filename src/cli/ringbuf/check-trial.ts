import { pairCollector } from "../../ringbuf-model/pair-collector.ts";
import type { Trial } from "../../ringbuf-model/questions/question.ts";
import type { NamedModel } from "../check-test.ts";
import type { Shell } from "../shell.ts";
import type { TrialOutcome } from "./answer-question.ts";
import { checkRing } from "./check-ring.ts";

/**
 * Checks one trial of a question on one model, until all its properties were seen or everything was.
 * @param timeout seconds after which the search gives up; never if absent
 * @throws Error if the trial, which is ringlit's own, is in error
 */
export async function checkTrial(
	{ configuration, properties }: Trial,
	model: NamedModel,
	asksForPairs: boolean,
	timeout: number | undefined,
	shell: Shell,
): Promise<TrialOutcome> {
	const pairs = new Set<string>();
	const outcome = await checkRing(
		{ ...configuration, properties },
		model,
		{ symmetry: true, stopWhenDecided: true, ...(timeout !== undefined && { timeout }) },
		shell,
		asksForPairs ? [pairCollector(pairs)] : [],
	);
	if (!outcome.ok) throw new Error(outcome.diagnostics.map(({ message }) => message).join("; "));
	return {
		properties: outcome.value.properties.filter(({ name }) => properties.includes(name)),
		pairs: [...pairs].sort(),
		explored: outcome.value.explored,
	};
}
