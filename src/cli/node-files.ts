import { randomUUID } from "node:crypto";
import {
	type Dirent,
	lstatSync,
	readdirSync,
	readFileSync,
	realpathSync,
	renameSync,
	rmSync,
	type Stats,
	statSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../source/diagnostic.ts";
import { fileTooLarge, fileUnreadable, fileUnwritable, folderUnreadable } from "../source/messages.ts";
import type { Result } from "../source/result.ts";
import type { EntryKind, Files, FolderEntry } from "./files.ts";

/** The real file system, below the process's working folder. */
export const nodeFiles: Files = {
	kind(path) {
		try {
			const stats = statSync(path, { throwIfNoEntry: false });
			return stats ? kindOf(stats) : "missing";
		} catch {
			return "unreachable";
		}
	},

	list(folder) {
		return attempt(
			() => readdirSync(folder, { withFileTypes: true }).map((entry) => folderEntry(folder, entry)),
			(reason) => folderUnreadable(folder, reason),
		);
	},

	read(path, limit) {
		const size = attempt(
			() => statSync(path).size,
			(reason) => fileUnreadable(path, reason),
		);
		if (!size.ok) return size;
		if (size.value > limit) return failure(fileTooLarge(path, size.value, limit));
		return attempt(
			() => readFileSync(path),
			(reason) => fileUnreadable(path, reason),
		);
	},

	write(path, text) {
		const kind = nodeFiles.kind(path);
		const written = attempt(
			() => (kind === "file" || kind === "missing" ? replaceFile(path, text) : writeFileSync(path, text)),
			(reason) => fileUnwritable(path, reason),
		);
		return written.ok ? undefined : written.diagnostics[0];
	},
};

/**
 * Writes a file beside its place and moves it there; a link is followed, and the file's permissions are kept.
 * @throws Error of the file system
 */
function replaceFile(path: string, text: string): void {
	const place = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ? realpathSync(path) : path;
	const temporary = `${place}.${randomUUID()}.tmp`;
	try {
		const mode = statSync(place, { throwIfNoEntry: false })?.mode;
		writeFileSync(temporary, text, { flag: "wx", ...(mode !== undefined && { mode }) });
		renameSync(temporary, place);
	} catch (error) {
		rmSync(temporary, { force: true });
		throw error;
	}
}

function folderEntry(folder: string, entry: Dirent): FolderEntry {
	if (!entry.isSymbolicLink()) return { name: entry.name, kind: kindOf(entry) };
	const target = nodeFiles.kind(join(folder, entry.name));
	return { name: entry.name, kind: target === "folder" ? "other" : target };
}

function kindOf(entry: Stats | Dirent): EntryKind {
	if (entry.isFile()) return "file";
	return entry.isDirectory() ? "folder" : "other";
}

function attempt<T>(action: () => T, describe: (reason: string) => Diagnostic): Result<T> {
	try {
		return { ok: true, value: action(), warnings: [] };
	} catch (error) {
		return failure(describe(reasonOf(error)));
	}
}

function failure(diagnostic: Diagnostic): { ok: false; diagnostics: Diagnostic[] } {
	return { ok: false, diagnostics: [diagnostic] };
}

/** The system's name for the fault, such as EACCES; for other faults the first line of what was thrown. */
function reasonOf(error: unknown): string {
	if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
	return String(error).split("\n")[0];
}
