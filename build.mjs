// Bundles the command line into dist/. What the start of the process does not need is reached through
// `await import(...)` and becomes a chunk of its own, so that `ringlit --help` loads little.

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { emitDeclarations } from "./emit-declarations.mjs";
import { RECIPE_IMPORT, recipeModule } from "./grammar-recipe.mjs";
import { inkWithoutDevtools } from "./ink-without-devtools.mjs";
import { PART_IMPORT, partModule } from "./page-parts.mjs";
import { thirdPartyNotices } from "./third-party-notices.mjs";

const root = fileURLToPath(new URL(".", import.meta.url));
const words = process.argv.slice(2).filter((word) => word !== "--types");
const outdir = words[0] ?? join(root, "dist");
/** Declarations take as long as all else: a build for a test goes without. */
const hasTypes = words.length === 0 || process.argv.includes("--types");

const commands = { ringlit: "src/cli/main.ts", "ringlit-herd7": "src/cli/herd7/main.ts" };
const library = { library: "src/library/index.ts" };
// What a thread runs that checks tests beside others.
const worker = { "ringlit-check-worker": "src/cli/jobs/worker.ts" };
const entryPoints = Object.fromEntries(
	Object.entries({ ...commands, ...library, ...worker }).map(([name, path]) => [name, join(root, path)]),
);
// What the language server does in a thread of its own; found beside the chunk that starts it.
entryPoints["ringlit-lsp-worker"] = join(root, "src/cli/lsp/worker-main.ts");
// Threads start from a file of their own; `src/cli/parallel/start-worker.ts` names it.
entryPoints["ringlit-worker"] = join(root, "src/cli/parallel/worker-main.ts");
const tools = {
	bench: "bench/main.ts",
	axioms: "bench/axioms.ts",
	mutants: "bench/mutants.ts",
	"grammar-page": "build/write-grammar-page.ts",
	answers: "build/answers/write-answers.ts",
	audit: "build/audit/write-audit.ts",
};
/** What only those need who work on ringlit: it is not part of the package. */
const toolPoints = Object.fromEntries(
	Object.entries(tools)
		.filter(([, path]) => existsSync(join(root, path)))
		.map(([name, path]) => [`tools/${name}`, join(root, path)]),
);

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
 * Bundles entry points. What several of them need, and what they reach through `await import(...)`, becomes chunks that they share.
 */
const bundle = (entries, { chunkNames = "chunk-[hash]", minify = true } = {}) =>
	build({
		absWorkingDir: root,
		entryPoints: entries,
		outdir,
		bundle: true,
		plugins: [grammarRecipes, pageParts, inkWithoutDevtools],
		splitting: true,
		minify,
		metafile: true,
		format: "esm",
		platform: "node",
		target: "node20",
		write: false,
		// React comes in two forms, and chooses by this name.
		define: { RINGLIT_BUILD: JSON.stringify(BUILD_PLACEHOLDER), "process.env.NODE_ENV": '"production"' },
		chunkNames,
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

const bundles = [
	await bundle(entryPoints),
	// Ohm's own names for the parts of a grammar are those of its classes, which the grammar page is made from.
	await bundle(toolPoints, { chunkNames: "tools/chunk-[hash]", minify: false }),
];
const outputFiles = bundles.flatMap((made) => made.outputFiles);

// A build is named by all that it consists of, so that what it leaves behind is never taken for another one's.
const digest = createHash("sha256");
outputFiles.sort((one, other) => (one.path < other.path ? -1 : 1));
for (const { path, text } of outputFiles) digest.update(JSON.stringify([relative(outdir, path), text]));
const buildId = digest.digest("hex");
await rm(join(outdir, "tools"), { recursive: true, force: true });
await mkdir(outdir, { recursive: true });
for (const { path, text } of outputFiles) {
	await mkdir(dirname(path), { recursive: true });
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
// A tool of an earlier build goes, too: it lay beside the commands.
for (const name of Object.keys(tools)) await rm(join(outdir, `${name}.js`), { force: true });
const bundledPackages = bundles.slice(0, 1).flatMap(({ metafile }) => Object.keys(metafile.inputs));
await writeFile(join(outdir, "third-party.txt"), await thirdPartyNotices(root, bundledPackages));
if (hasTypes) await emitDeclarations(root, join(outdir, "types"));
for (const name of Object.keys(commands)) await chmod(join(outdir, `${name}.js`), 0o755);
