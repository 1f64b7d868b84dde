// Writes the types of the library: of all declarations that the compiler makes those that index.d.ts leads to.

import { execFileSync } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";

/** Where the library begins, below `src/`. */
const ENTRY = "library/index.d.ts";

/**
 * @param {string} root the package's folder
 * @param {string} target the folder that receives the declarations; what was in it goes
 */
export async function emitDeclarations(root, target) {
	const all = `${target}.tmp`;
	await rm(all, { recursive: true, force: true });
	const compiler = join(
		dirname(createRequire(import.meta.url).resolve("typescript/package.json")),
		"bin/tsc",
	);
	execFileSync(process.execPath, [compiler, "-p", join(root, "tsconfig.library.json"), "--outDir", all], {
		stdio: ["ignore", "inherit", "inherit"],
	});
	const reached = new Map();
	const visit = async (path) => {
		if (reached.has(path)) return;
		const text = await readFile(path, "utf8");
		// A specifier names what runs, not what was written.
		reached.set(path, text.replaceAll(/(\bfrom "\.[^"]+?)\.ts"/g, '$1.js"'));
		for (const [, specifier] of text.matchAll(/\bfrom "(\.[^"]+?)\.[jt]s"/g))
			await visit(join(dirname(path), `${specifier}.d.ts`));
	};
	await visit(join(all, ENTRY));
	await rm(target, { recursive: true, force: true });
	for (const [path, text] of reached) {
		const place = join(target, relative(all, path));
		await mkdir(dirname(place), { recursive: true });
		await writeFile(place, text);
	}
	await rm(all, { recursive: true });
}
