import type { Diagnostic } from "../source/diagnostic.ts";
import type { Result } from "../source/result.ts";

/** What a path leads to; `unreachable` if the system would not say, and reading it gives the reason. */
export type EntryKind = "file" | "folder" | "other" | "missing" | "unreachable";

/** A member of a folder. */
export interface FolderEntry {
	readonly name: string;
	readonly kind: EntryKind;
}

/** The part of a file system that commands use. Paths are as the user writes them. */
export interface Files {
	/** What a path leads to, links followed. */
	kind(path: string): EntryKind;
	/** The members of a folder in no particular order; a link to a folder is `other`, so that no walk goes in circles. */
	list(folder: string): Result<readonly FolderEntry[]>;
	/** A regular file's bytes. Fails if there are more than `limit`, without reading them. */
	read(path: string, limit: number): Result<Uint8Array>;
	/**
	 * Makes a file hold a text, whole or not at all: where that fails, what was there stays. What is no regular file, such as a device, is written to as it is.
	 * @returns what went wrong
	 */
	write(path: string, text: string): Diagnostic | undefined;
}
