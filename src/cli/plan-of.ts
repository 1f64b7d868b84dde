import type { CheckCommandOptions } from "./check-options.ts";
import type { CheckPlan } from "./jobs/check-plan.ts";

/** What options say of how tests are to be checked. */
export function planOf(options: CheckCommandOptions): CheckPlan {
	const { model, unroll, symmetry, set, timeout, filter = "", cache = true, maxMemory } = options;
	const { conf, cat, bell, macros, variant, I } = options;
	const tree = {
		...(conf !== undefined && { conf }),
		...(cat !== undefined && { cat }),
		...(bell !== undefined && { bell }),
		...(macros !== undefined && { macros }),
		...(variant !== undefined && { variant }),
		...(I !== undefined && { I }),
	};
	return { model, tree, unroll, symmetry, set, timeout, filter, cache, maxMemory };
}
