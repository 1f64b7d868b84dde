import type { Model } from "../../cat/model.ts";
import type { Program } from "../../execution/program.ts";
import type { Limit, Verdict } from "../../execution/verdict.ts";
import type { CheckOptions } from "../options.ts";
import { startCheck } from "../start-check.ts";
import { gather } from "./gather.ts";
import type { PartedSearch } from "./parted-search.ts";

/**
 * What the parts of a search come to together.
 * @param limits why parts are open, if some are
 */
export function verdictOfParts(
	program: Program,
	model: Model,
	options: CheckOptions,
	{ done, open }: PartedSearch,
	limits: readonly Limit[],
): Verdict {
	const whole = startCheck(program, model, options);
	whole.restore(gather([done, ...open]));
	const verdict = whole.verdict();
	if (open.length === 0) return verdict;
	const known = verdict.kind === "incomplete" ? verdict.limits : [];
	const reasons: readonly Limit[] = limits.length === 0 ? ["interrupted"] : limits;
	return { ...verdict, kind: "incomplete", limits: [...new Set([...known, ...reasons])].sort() };
}
