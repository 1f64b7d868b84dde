import { type Grammar, makeRecipe } from "ohm-js";
import recipe from "../../grammar/litmus.ohm?recipe";

/** The grammar of litmus tests, from what the build has made of its text: that alone takes some 400 ms. */
export function buildGrammar(): Grammar {
	return makeRecipe(recipe);
}
