import type { Run } from "../../audit/trial.ts";
import type { Model } from "../../cat/model.ts";
import { startCheck } from "../../checker/start-check.ts";
import type { Shell } from "../shell.ts";

/** Milliseconds of searching after which signals are looked at. */
const SLICE = 50;

/**
 * What searches programs for an audit, each for so many seconds at most.
 * @param unrolls by subject
 */
export function searchRunner(
	model: Model,
	{ unrolls, timeout }: { readonly unrolls: readonly number[]; readonly timeout: number },
	shell: Shell,
): Run {
	return async (program, subject, first) => {
		const search = startCheck(program, model, {
			unroll: unrolls[subject],
			timeoutSeconds: timeout,
			stopWhenDecided: true,
			stopAtFirst: first,
		});
		while (!shell.isInterrupted() && !search.advance(SLICE)) await shell.pause();
		return search.verdict();
	};
}
