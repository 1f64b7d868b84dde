import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A folder on disk for the files of one test. */
export interface ScratchFolder {
	readonly path: string;
	/** Writes a file and the folders above it; returns its path. */
	write(name: string, text: string): string;
	remove(): void;
}

/** Makes an empty folder with a name of its own. */
export function scratchFolder(): ScratchFolder {
	const path = mkdtempSync(join(tmpdir(), "ringlit-test-"));
	return {
		path,
		write(name, text) {
			const file = join(path, name);
			mkdirSync(dirname(file), { recursive: true });
			writeFileSync(file, text);
			return file;
		},
		remove: () => rmSync(path, { recursive: true, force: true }),
	};
}
