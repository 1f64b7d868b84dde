import { resolve } from "node:path";
import type { Files } from "../files.ts";

/**
 * Files as an editor has them: the texts of open documents stand in the place of what the file system has.
 * @param open the text of the document of an absolute path or a URI, if it is open
 */
export function overlayFiles(files: Files, open: (path: string) => string | undefined): Files {
	const openText = (path: string): string | undefined => open(path) ?? open(resolve(path));
	return {
		...files,
		kind: (path) => (openText(path) === undefined ? files.kind(path) : "file"),
		read(path, limit) {
			const text = openText(path);
			if (text === undefined) return files.read(path, limit);
			return { ok: true, value: new TextEncoder().encode(text), warnings: [] };
		},
	};
}
