import type { Model } from "../cat/model.ts";
import type { CheckOptions } from "../checker/options.ts";
import { startCheck } from "../checker/start-check.ts";
import type { Program } from "../execution/program.ts";
import type { Verdict } from "../execution/verdict.ts";
import type { Shell } from "./shell.ts";

/** Milliseconds of searching after which signals are looked at. */
const SLICE = 50;

/** Searches until all is known or the run is interrupted, which the verdict then counts among its limits. */
export async function searchThrough(
	program: Program,
	model: Model,
	options: CheckOptions,
	shell: Pick<Shell, "pause" | "isInterrupted">,
): Promise<Verdict> {
	const search = startCheck(program, model, options);
	while (!search.advance(SLICE)) {
		await shell.pause();
		if (shell.isInterrupted()) return interrupted(search.verdict());
	}
	return search.verdict();
}

function interrupted(verdict: Verdict): Verdict {
	const limits = verdict.kind === "incomplete" ? verdict.limits : [];
	return { ...verdict, kind: "incomplete", limits: [...new Set([...limits, "interrupted" as const])] };
}
