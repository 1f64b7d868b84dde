import { join } from "node:path";
import type { ReadInclude } from "../cat/model-resolver.ts";
import type { SourceFile } from "../source/span.ts";
import type { Files } from "./files.ts";
import { readSource } from "./read-source.ts";

/** Finds what a model includes: the first file of that name below one of the folders that can be read. */
export function includeReader(folders: readonly string[], files: Files): ReadInclude {
	return (name): SourceFile | undefined => {
		for (const folder of folders) {
			const found = readSource(join(folder, name), "a model", files);
			if (found.ok) return found.value;
		}
		return undefined;
	};
}
