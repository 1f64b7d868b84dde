import { defineConfig } from "vitest/config";
import { RECIPE_IMPORT, recipeModule } from "./grammar-recipe.mjs";

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

export default defineConfig({
	plugins: [grammarRecipes, textFiles],
	// Stands for the name that a build gets, so that tests can keep models where they ask for it.
	define: { RINGLIT_BUILD: JSON.stringify("tests") },
	test: {
		// No test leaves anything in a home folder, or finds something there.
		env: { RINGLIT_CACHE: "off" },
		include: ["test/**/*.test.ts"],
		testTimeout: 60_000,
		hookTimeout: 60_000,
	},
});
