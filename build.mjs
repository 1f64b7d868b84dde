// Bundles the command line into dist/. What the start of the process does not need is reached through
// `await import(...)` and becomes a chunk of its own, so that `ringlit --help` loads little.

import { existsSync } from "node:fs";
import { chmod, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL(".", import.meta.url));
const outdir = process.argv[2] ?? join(root, "dist");

const entryPoints = { ringlit: join(root, "src/cli/main.ts") };
if (existsSync(join(root, "bench/main.ts"))) entryPoints.bench = join(root, "bench/main.ts");

const { metafile } = await build({
	absWorkingDir: root,
	entryPoints,
	outdir,
	bundle: true,
	splitting: true,
	format: "esm",
	platform: "node",
	target: "node20",
	minifySyntax: true,
	metafile: true,
	chunkNames: "chunk-[hash]",
	loader: { ".ohm": "text", ".cat": "text", ".bell": "text", ".def": "text", ".litmus": "text" },
	// Dependencies in CommonJS form call `require` for Node's own modules, which an ES module lacks.
	banner: {
		js: 'import { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);',
	},
	logLevel: "warning",
}).catch(() => process.exit(1)); // esbuild has said why

// Chunks of an earlier build go only now: a failed build leaves the old one whole.
const built = new Set(Object.keys(metafile.outputs).map((path) => path.split("/").at(-1)));
for (const name of await readdir(outdir)) {
	if (/^chunk-\w+\.js$/.test(name) && !built.has(name)) await rm(join(outdir, name));
}
await chmod(join(outdir, "ringlit.js"), 0o755);
