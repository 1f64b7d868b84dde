import type { EntryKind, Files, FolderEntry } from "../../src/cli/files.ts";
import type { Shell } from "../../src/cli/shell.ts";
import { fileTooLarge, fileUnreadable, fileUnwritable, folderUnreadable } from "../../src/source/messages.ts";

/** Contents of a made-up file system by path; a symbol stands for what cannot be read. */
export type Tree = Readonly<Record<string, string | Uint8Array | typeof LOCKED>>;

/** A file, or with a slash at its path's end a folder, that exists and cannot be read. */
export const LOCKED = Symbol("locked");

/** A file system of the given files and the folders that their paths imply. */
export function memoryFiles(tree: Tree): Files {
	const paths = Object.keys(tree);
	const clean = (path: string): string => path.replace(/\/+$/, "");
	const kind = (path: string): EntryKind => {
		if (path !== "" && Object.hasOwn(tree, path) && !path.endsWith("/")) return "file";
		return paths.some((other) => other.startsWith(`${clean(path)}/`)) ? "folder" : "missing";
	};
	return {
		kind,
		list(folder) {
			if (tree[`${clean(folder)}/`] === LOCKED) {
				return { ok: false, diagnostics: [folderUnreadable(folder, "EACCES")] };
			}
			const below = paths.filter((path) => path.startsWith(`${clean(folder)}/`));
			const names = new Set(below.map((path) => path.slice(clean(folder).length + 1).split("/")[0]));
			const entries = [...names].map(
				(name): FolderEntry => ({ name, kind: kind(`${clean(folder)}/${name}`) }),
			);
			return { ok: true, value: entries.reverse(), warnings: [] };
		},
		read(path, limit) {
			const content = tree[path];
			if (content === LOCKED) return { ok: false, diagnostics: [fileUnreadable(path, "EACCES")] };
			const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
			if (bytes.length > limit) {
				return { ok: false, diagnostics: [fileTooLarge(path, bytes.length, limit)] };
			}
			return { ok: true, value: bytes, warnings: [] };
		},
		write(path) {
			return fileUnwritable(path, "EROFS");
		},
	};
}

/** A shell on made-up files that keeps what is written. */
export interface RecordingShell extends Shell {
	output(): string;
	errors(): string;
	/** From now on the run is interrupted. */
	interrupt(): void;
}

/** A shell whose clock stands still, whose output is no terminal and whose environment is empty. */
export function memoryShell(files: Files, onWrite: (text: string, shell: RecordingShell) => void = () => {}) {
	let output = "";
	let errors = "";
	let interrupted = false;
	const shell: RecordingShell = {
		files,
		modelsFolder: "/shipped",
		environment: {},
		isTerminal: false,
		write(text) {
			output += text;
			onWrite(text, shell);
		},
		writeError(text) {
			errors += text;
		},
		now: () => 0,
		pause: async () => {},
		isInterrupted: () => interrupted,
		output: () => output,
		errors: () => errors,
		interrupt() {
			interrupted = true;
		},
	};
	return shell;
}
