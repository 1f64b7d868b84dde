// Turns what a page consists of into modules whose default export is a text: `import script from "./main.ts?script"` is
// the bundled script of a browser, `import style from "./page.css?style"` a style sheet. Used by the bundler and
// the test runner alike.

import { buildSync } from "esbuild";

/** Ids of such imports. */
export const PART_IMPORT = /\.(?:ts\?script|css\?style)$/;

/** The module's text, for the path of a script or a style sheet. */
export function partModule(path) {
	const { outputFiles } = buildSync({
		entryPoints: [path],
		bundle: true,
		minify: true,
		write: false,
		format: "iife",
		target: ["es2022", "chrome123", "firefox120", "safari17.5"],
		charset: "utf8",
		logLevel: "warning",
	});
	return `export default ${JSON.stringify(outputFiles[0].text)};`;
}
