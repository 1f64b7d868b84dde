import type { Files } from "../files.ts";

/** Files as an editor has them: the texts of open documents stand in the place of what the file system has. */
export function overlayFiles(files: Files, openText: (path: string) => string | undefined): Files {
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
