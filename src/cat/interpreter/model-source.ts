import type { ModelText } from "../syntax.ts";

/** A model's texts, ready to be interpreted. */
export interface ModelSource {
	/** In the order in which they are run. */
	readonly texts: readonly ModelText[];
	readonly variants: ReadonlySet<string>;
	/** The names that need no definition: functions of the language, base relations, base sets. */
	readonly builtins: readonly string[];
	readonly relations: readonly string[];
	readonly sets: readonly string[];
	/** The file that an `include` names. */
	include(name: string): { readonly path: string; readonly text: ModelText } | undefined;
}
