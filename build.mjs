// Bundles the command line into dist/. What the start of the process does not need is reached through
// `await import(...)` and becomes a chunk of its own, so that `ringlit --help` loads little.

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { RECIPE_IMPORT, recipeModule } from "./grammar-recipe.mjs";
import { inkWithoutDevtools } from "./ink-without-devtools.mjs";
import { PART_IMPORT, partModule } from "./page-parts.mjs";

const root = fileURLToPath(new URL(".", import.meta.url));
const outdir = process.argv[2] ?? join(root, "dist");

const commands = { ringlit: "src/cli/main.ts", "ringlit-herd7": "src/cli/herd7/main.ts" };
const entryPoints = Object.fromEntries(
	Object.entries(commands).map(([name, path]) => [name, join(root, path)]),
);
const tools = {
	bench: "bench/main.ts",
	axioms: "bench/axioms.ts",
	mutants: "bench/mutants.ts",
	"grammar-page": "build/write-grammar-page.ts",
	answers: "build/answers/write-answers.ts",
	audit: "build/audit/write-audit.ts",
};
for (const [name, path] of Object.entries(tools)) {
	if (existsSync(join(root, path))) entryPoints[name] = join(root, path);
}

/** Grammars as modules that need not be parsed when the command starts. */
const grammarRecipes = {
	name: "grammar-recipes",
	setup({ onResolve, onLoad }) {
		onResolve({ filter: RECIPE_IMPORT }, ({ path, resolveDir }) => ({
			path: join(resolveDir, path.replace(/\?recipe$/, "")),
			namespace: "grammar-recipe",
		}));
		onLoad({ filter: /.*/, namespace: "grammar-recipe" }, ({ path }) => ({ contents: recipeModule(path) }));
	},
};

/** Scripts and styles of pages as texts. */
const pageParts = {
	name: "page-parts",
	setup({ onResolve, onLoad }) {
		onResolve({ filter: PART_IMPORT }, ({ path, resolveDir }) => ({
			path: join(resolveDir, path.replace(/\?\w+$/, "")),
			namespace: "page-part",
		}));
		onLoad({ filter: /.*/, namespace: "page-part" }, ({ path }) => ({ contents: partModule(path) }));
	},
};

/** Stands in the bundle for the build's name until that is known. */
const BUILD_PLACEHOLDER = "0".repeat(64);

/**
 * Bundles entry points. What they reach through `await import(...)` becomes chunks that they share, or, without
 * splitting, stays in their own file, and is run only when it is asked for all the same.
 */
const bundle = (entries, splitting) =>
	build({
		absWorkingDir: root,
		entryPoints: entries,
		outdir,
		bundle: true,
		plugins: [grammarRecipes, pageParts, inkWithoutDevtools],
		splitting,
		minifyWhitespace: !splitting,
		format: "esm",
		platform: "node",
		target: "node20",
		minifySyntax: true,
		write: false,
		// React comes in two forms, and chooses by this name.
		define: { RINGLIT_BUILD: JSON.stringify(BUILD_PLACEHOLDER), "process.env.NODE_ENV": '"production"' },
		chunkNames: "chunk-[hash]",
		loader: {
			".ohm": "text",
			".cat": "text",
			".bell": "text",
			".def": "text",
			".litmus": "text",
			".c": "text",
			".h": "text",
		},
		// Dependencies in CommonJS form call `require` for Node's own modules, which an ES module lacks.
		banner: {
			js: 'import { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);',
		},
		logLevel: "warning",
	}).catch(() => process.exit(1)); // esbuild has said why

// A kernel's scripts start this command once a test: one file is found and read faster than many.
const { "ringlit-herd7": standIn, ...others } = entryPoints;
const bundles = [await bundle(others, true), await bundle({ "ringlit-herd7": standIn }, false)];
const outputFiles = bundles.flatMap((made) => made.outputFiles);

// A build is named by all that it consists of, so that what it leaves behind is never taken for another one's.
const digest = createHash("sha256");
outputFiles.sort((one, other) => (one.path < other.path ? -1 : 1));
for (const { path, text } of outputFiles) digest.update(JSON.stringify([relative(outdir, path), text]));
const buildId = digest.digest("hex");
await mkdir(outdir, { recursive: true });
for (const { path, text } of outputFiles) {
	await writeFile(path, text.replaceAll(`"${BUILD_PLACEHOLDER}"`, `"${buildId}"`));
}

// Resolved once here, the shipped models need no parsing at every start.
const packer = join(outdir, "pack-models.mjs");
await build({
	absWorkingDir: root,
	entryPoints: [join(root, "build/pack-models.ts")],
	outfile: packer,
	bundle: true,
	plugins: [grammarRecipes],
	format: "esm",
	platform: "node",
	loader: { ".cat": "text" },
	logLevel: "warning",
});
const { packModels } = await import(pathToFileURL(packer).href);
await writeFile(join(outdir, "models.json"), packModels(join(root, "models")));
await rm(packer);

// Chunks of an earlier build go only now: a failed build leaves the old one whole.
const built = new Set(outputFiles.map(({ path }) => path.split("/").at(-1)));
for (const name of await readdir(outdir)) {
	if (/^chunk-\w+\.js$/.test(name) && !built.has(name)) await rm(join(outdir, name));
}
for (const name of Object.keys(commands)) await chmod(join(outdir, `${name}.js`), 0o755);
