import { isAbsolute, join } from "node:path";
import type { Files } from "../files.ts";

/** The path of the first file of this name below one of the folders; an absolute name is a path itself. */
export function findFile(name: string, folders: readonly string[], files: Files): string | undefined {
	const paths = isAbsolute(name) ? [name] : folders.map((folder) => join(folder, name));
	return paths.find((path) => files.kind(path) !== "missing");
}
