import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** One file of the program. */
export interface Source {
	/** Below `src/`, with forward slashes: `cli/main.ts`. */
	readonly path: string;
	/** The folder below `src/` that it is in. */
	readonly room: string;
	readonly text: string;
	/** What it imports from `src/`, dynamic and type-only imports counted, as paths below `src/`. */
	readonly imports: readonly string[];
	/** What else it imports: packages, Node's modules, files outside `src/`. */
	readonly outside: readonly string[];
}

const ROOT = new URL("../../src/", import.meta.url).pathname;

/** All TypeScript files below `src/` but the ambient declarations. */
export function readSources(): Source[] {
	return readdirSync(ROOT, { recursive: true, encoding: "utf8" })
		.map((path) => path.replaceAll("\\", "/"))
		.filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"))
		.sort()
		.map((path) => readSource(path, readFileSync(join(ROOT, path), "utf8")));
}

/** Whether a path below `src/` is that of a text which is imported as such. */
export function isTextInside(path: string): boolean {
	return /\.(?:[ch]|css)$/.test(path) && existsSync(join(ROOT, path));
}

/** Exported for its own test: the imports of one file's text. */
export function readSource(path: string, text: string): Source {
	const specifiers = [...importSpecifiers(text)];
	const resolved = specifiers.map((specifier) =>
		specifier.startsWith(".")
			? join(dirname(path), specifier)
					.replaceAll("\\", "/")
					.replace(/\?(?:script|style)$/, "")
			: specifier,
	);
	const isInside = (index: number): boolean =>
		specifiers[index].startsWith(".") && !resolved[index].startsWith("../");
	return {
		path,
		room: path.split("/")[0],
		text,
		imports: resolved.filter((_, index) => isInside(index)),
		outside: resolved.filter((_, index) => !isInside(index)),
	};
}

function importSpecifiers(text: string): Set<string> {
	const code = withoutComments(text);
	const found = new Set<string>();
	for (const pattern of [
		/^\s*(?:import|export)\b[^;"'`]*?\bfrom\s*["']([^"']+)["']/gm,
		/^\s*import\s*["']([^"']+)["']/gm,
		/\bimport\s*\(\s*["']([^"']+)["']/g,
	]) {
		for (const match of code.matchAll(pattern)) found.add(match[1]);
	}
	return found;
}

/** The text with comments, and the contents of plain strings where asked, blanked out; lines stay. */
export function withoutComments(text: string, stringsToo = false): string {
	return text.replace(
		/\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g,
		(token) => {
			const isComment = token.startsWith("/");
			return isComment || stringsToo ? token.replace(/[^\n]/g, " ") : token;
		},
	);
}
