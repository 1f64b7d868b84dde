import type { Model } from "../cat/model.ts";
import { check } from "../checker/check.ts";
import type { Program } from "../execution/program.ts";
import type { Stuck } from "../execution/stuck.ts";
import type { WhyOptions } from "./why-forbidden.ts";

/**
 * How far the threads of a program come of which no execution completes because some wait for ever, and what those wait for; undefined if one does
 * complete, or the search met its bound. A verdict has the same as `stuck`.
 */
export function whyDeadlock(
	program: Program,
	model: Model,
	{ unroll, seconds }: WhyOptions,
): Stuck | undefined {
	return check(program, model, { unroll, ...(seconds !== undefined && { timeoutSeconds: seconds }) }).stuck;
}
