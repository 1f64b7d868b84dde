import type { TreeOptions } from "../kernel-tree/tree-options.ts";

/** The options of `ringlit lsp`, each with its default filled in. */
export interface LspOptions {
	/** A shipped model's name or a path; absent where `conf` names one. */
	readonly model?: string;
	/** The configuration of a kernel tree's model. */
	readonly conf?: string;
	/** Folders in which files are looked for beyond the usual places. */
	readonly I?: readonly string[];
	readonly unroll: number;
	/** Seconds after which a verdict is given up, and an explanation. */
	readonly timeout: number;
	/** Whether tests are checked at all, not only read. */
	readonly verdicts: boolean;
}

/** The options that say which model is meant, as `loadModels` takes them. */
export function treeOf({ conf, I }: LspOptions): TreeOptions {
	return { ...(conf !== undefined && { conf }), ...(I !== undefined && { I }) };
}
