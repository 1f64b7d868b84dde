// Turns a grammar into a module that is quick to load: `import recipe from "x.ohm?recipe"` gives what
// Ohm's `makeRecipe` makes the grammar from, without parsing its text (some 400 ms) at every start.
// Used by the bundler and the test runner alike.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { grammars } from "ohm-js";

/** Ids of such imports. */
export const RECIPE_IMPORT = /\.ohm\?recipe$/;

/** The module's text, for the path of an .ohm file with one grammar in it. */
export function recipeModule(path) {
	const [grammar] = Object.values(namespace(path));
	return `export default ${JSON.stringify(JSON.parse(grammar.toRecipe(), withoutPlaces))};`;
}

/** Leaves out the grammar's text and the places in it: half of a recipe, and only asked for when a grammar itself is at fault. */
function withoutPlaces(key, value) {
	// A rule may have such a name.
	const isText = key === "source" && typeof value === "string";
	const isPlace = key === "sourceInterval" && typeof value[0] === "number";
	return isText || isPlace ? undefined : value;
}

/** The grammar of a file by its name; one that it extends is in the file of that name beside it. */
function namespace(path) {
	const text = readFileSync(path, "utf8");
	const parent = /^\s*\w+\s*<:\s*(\w+)/m.exec(text)?.[1];
	return grammars(text, parent && namespace(join(dirname(path), `${parent.toLowerCase()}.ohm`)));
}
