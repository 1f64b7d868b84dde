import { dirname } from "node:path";
import type { Result } from "../../source/result.ts";
import { type KernelModel, loadKernelModel } from "../load-kernel-model.ts";
import type { Shell } from "../shell.ts";
import type { Settings } from "./settings.ts";

/**
 * The memory model that settings describe. What its files include is looked for beside them, then in folders
 * that the command line names, in order.
 */
export function loadTree(
	{ model, bell, macros, variants = [] }: Settings,
	folders: readonly string[],
	shell: Pick<Shell, "files" | "modelsFolder" | "cache">,
): Promise<Result<KernelModel>> {
	const beside = [model, bell].flatMap((path) => (path === undefined ? [] : [dirname(path)]));
	return loadKernelModel(
		{
			...(model !== undefined && { model }),
			...(bell !== undefined && { bell }),
			...(macros !== undefined && { macros }),
			variants,
			folders: [...beside, ...folders],
		},
		shell,
	);
}
