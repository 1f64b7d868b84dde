import { dirname, isAbsolute, join } from "node:path";
import type { ReadInclude, Surroundings } from "../litmus/preprocess/read-include.ts";
import type { Settings } from "./parse-settings.ts";
import { readSource } from "./read-source.ts";
import type { Shell } from "./shell.ts";

/** The folder of headers that come with ringlit, beside that of its models. */
const HEADERS = "include";

/**
 * What the directives of tests refer to. An included file is looked for beside the one that includes it, then in
 * the given folders; one in angle brackets in these, then among the headers that come with ringlit.
 *
 * @param folders where to look for files beyond the usual places
 */
export function surroundingsOf(
	{ files, modelsFolder }: Pick<Shell, "files" | "modelsFolder">,
	parameters: Settings = new Map(),
	folders: readonly string[] = [],
): Surroundings {
	const readInclude: ReadInclude = (name, from) => {
		const near = from === undefined ? [] : [dirname(from)];
		const last = from === undefined ? [join(dirname(modelsFolder), HEADERS)] : [];
		const places = isAbsolute(name) ? [""] : [...near, ...folders, ...last];
		for (const place of places) {
			const found = readSource(join(place, name), "an included file", files);
			if (found.ok) return found.value;
		}
		return undefined;
	};
	return { readInclude, parameters };
}
