import { isAbsolute, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** Where the language's own texts lie below the models' folder, by the names that they go by. */
const PLACES: readonly string[] = ["", "standard"];

/**
 * The URI of a path. Texts of the language, with names in angle brackets, are those that come with ringlit.
 * @param exists whether there is a file at a path
 */
export function uriOfPath(
	path: string,
	modelsFolder: string,
	exists: (path: string) => boolean,
): string | undefined {
	const own = /^<(.*)>$/.exec(path)?.[1];
	if (own !== undefined) {
		const found = PLACES.map((place) => join(modelsFolder, place, own)).find(exists);
		return found === undefined ? undefined : pathToFileURL(found).href;
	}
	if (isAbsolute(path)) return pathToFileURL(path).href;
	return /^[a-z][\w+.-]+:/i.test(path) ? path : pathToFileURL(resolve(path)).href;
}
