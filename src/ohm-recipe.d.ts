import type { Grammar } from "ohm-js";

// What ohm-js exports but does not declare.
declare module "ohm-js" {
	/** A grammar as data, as `Grammar.toRecipe` prints it. */
	interface GrammarRecipe {
		readonly length: number;
	}

	/** The grammar that a recipe was printed from. */
	function makeRecipe(recipe: GrammarRecipe): Grammar;
}
