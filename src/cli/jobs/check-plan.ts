import type { Result } from "../../source/result.ts";
import { BUILD_ID } from "../build-id.ts";
import type { CheckSettings } from "../check-test.ts";
import type { TreeOptions } from "../kernel-tree/tree-options.ts";
import { loadModels } from "../load-models.ts";
import { parseNameFilter } from "../name-filter.ts";
import type { Settings } from "../parse-settings.ts";
import type { Shell } from "../shell.ts";
import { surroundingsOf } from "../surroundings-of.ts";

/** How tests are to be checked, as data: each thread makes its own settings of it. */
export interface CheckPlan {
	readonly model?: string | undefined;
	readonly tree: TreeOptions;
	readonly unroll: number;
	readonly symmetry: boolean;
	readonly set?: Settings | undefined;
	/** Seconds a test and model. */
	readonly timeout?: number | undefined;
	/** Megabytes that the search of a test may use. */
	readonly maxMemory?: number | undefined;
	readonly filter: string;
	/** Whether what earlier runs have kept is used, and added to. */
	readonly cache: boolean;
}

/** Reads the models of a plan. Fails with all that is wrong with them, or with the filter. */
export async function settingsOf(plan: CheckPlan, shell: Shell): Promise<Result<CheckSettings>> {
	const filter = parseNameFilter(plan.filter);
	if (!filter.ok) return filter;
	const { cache, ...withoutCache } = shell;
	const models = await loadModels(plan.model, plan.tree, plan.cache ? shell : withoutCache);
	if (!models.ok) return models;
	return {
		...models,
		value: {
			models: models.value,
			options: {
				unroll: plan.unroll,
				symmetry: plan.symmetry,
				...(plan.timeout !== undefined && { timeoutSeconds: plan.timeout }),
			},
			...(plan.maxMemory !== undefined && { long: { maxMemory: plan.maxMemory } }),
			filter: filter.value,
			surroundings: surroundingsOf(shell, plan.set, plan.tree.I),
			...(plan.cache && { verdicts: shell.verdicts, build: BUILD_ID }),
		},
	};
}
