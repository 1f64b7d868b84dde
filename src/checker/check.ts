import type { Model } from "../cat/model.ts";
import type { Program } from "../execution/program.ts";
import type { Verdict } from "../execution/verdict.ts";
import type { CheckOptions } from "./options.ts";
import { startCheck } from "./start-check.ts";

/** Explores all executions of a program that a model allows, and judges its condition. */
export function check(program: Program, model: Model, options: CheckOptions): Verdict {
	const run = startCheck(program, model, options);
	while (!run.advance(1000));
	return run.verdict();
}
