import { dirname, join } from "node:path";
import { RECIPE_IMPORT, recipeModule } from "./grammar-recipe.mjs";
import { PART_IMPORT, partModule } from "./page-parts.mjs";

const TEXT_FILE = /\.(ohm|cat|bell|def|litmus|c|h)$/;

/** Gives tests the same view of text files as the bundle has: a module whose default export is the text. */
const textFiles = {
	name: "text-files",
	enforce: "pre" as const,
	transform(code: string, id: string) {
		if (!TEXT_FILE.test(id)) return undefined;
		return { code: `export default ${JSON.stringify(code)};`, map: null };
	},
};

/** As the bundle has them: grammars ready to use. */
const grammarRecipes = {
	name: "grammar-recipes",
	enforce: "pre" as const,
	load(id: string) {
		return RECIPE_IMPORT.test(id) ? recipeModule(id.replace(/\?recipe$/, "")) : undefined;
	},
};

const PART_ID = "\0page-part:";

/** As the bundle has them: scripts and styles of pages as texts. The id hides what kind of file it was from Vite. */
const pageParts = {
	name: "page-parts",
	enforce: "pre" as const,
	resolveId(source: string, importer: string | undefined) {
		if (!PART_IMPORT.test(source) || importer === undefined) return undefined;
		return `${PART_ID}${join(dirname(importer), source.replace(/\?\w+$/, ""))}.part`;
	},
	load(id: string) {
		return id.startsWith(PART_ID) ? partModule(id.slice(PART_ID.length, -".part".length)) : undefined;
	},
};

/** What all runs of tests read modules with. */
export const plugins = [pageParts, grammarRecipes, textFiles];
