// What ohm-js exports but does not declare.
declare module "ohm-js" {
	/** A grammar as data, as `toRecipe` prints it. */
	interface GrammarRecipe {
		readonly length: number;
	}

	interface Grammar {
		/** The grammar as data, in JSON. */
		toRecipe(): string;
	}

	/** The grammar that a recipe was printed from. */
	function makeRecipe(recipe: GrammarRecipe): Grammar;
}

export {};
