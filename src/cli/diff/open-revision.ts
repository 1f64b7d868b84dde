import { realpathSync, statSync } from "node:fs";
import { basename, dirname, join, posix, relative, resolve } from "node:path";
import { fileTooLarge, fileUnreadable, fileUnwritable, folderUnreadable } from "../../source/messages.ts";
import { gitFailed } from "../../source/messages-cli.ts";
import type { Result } from "../../source/result.ts";
import type { EntryKind, Files, FolderEntry } from "../files.ts";
import type { Git } from "./run-git.ts";

/** The files of a commit, under the paths that they have, or would have, in the working tree. */
export interface Revision {
	readonly files: Files;
	/** The words that print a file as the commit has it. */
	printedBy(path: string): readonly string[];
}

/**
 * Opens a commit of the repository that a path is in. It lists all of its files at once; a file is read when it is asked for.
 * @param near a path of the working tree; it may be one that only the commit has
 */
export function openRevision(revision: string, near: string, git: Git): Result<Revision> {
	const place = existing(resolve(near));
	const folder = statSync(place).isDirectory() ? place : dirname(place);
	const ask = (...words: string[]) => git(folder, words);
	const top = ask("rev-parse", "--show-toplevel");
	if (!top.ok) return { ok: false, diagnostics: [gitFailed(revision, top.reason)] };
	const root = realpathSync(text(top.bytes).replace(/\n$/, ""));
	const commit = ask("rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`);
	if (!commit.ok) return { ok: false, diagnostics: [gitFailed(revision, "there is no such revision")] };
	const listed = ask("ls-tree", "-r", "-z", "--full-tree", text(commit.bytes).trim());
	if (!listed.ok) return { ok: false, diagnostics: [gitFailed(revision, listed.reason)] };

	const blobs = new Map<string, string>();
	const folders = new Map<string, Map<string, EntryKind>>([["", new Map()]]);
	for (const entry of text(listed.bytes).split("\0")) {
		const [, mode, hash, path] = /^(\d+) \w+ (\w+)\t(.*)$/s.exec(entry) ?? [];
		if (path === undefined) continue;
		const kind: EntryKind = mode.startsWith("100") ? "file" : "other";
		if (kind === "file") blobs.set(path, hash);
		enter(folders, path, kind);
	}
	/** A path as the commit has it; undefined for one outside of the repository. */
	const within = (path: string): string | undefined => {
		const full = resolve(path);
		const base = existing(full);
		const found = relative(root, join(realpathSync(base), relative(base, full))).replaceAll("\\", "/");
		return found === ".." || found.startsWith("../") ? undefined : found;
	};
	const kind = (path: string): EntryKind => {
		const inside = within(path);
		if (inside === undefined) return "missing";
		if (folders.has(inside)) return "folder";
		return folders.get(parentOf(inside))?.get(basename(inside)) ?? "missing";
	};
	const files: Files = {
		kind,
		list(path) {
			const entries = folders.get(within(path) ?? "..");
			if (entries === undefined)
				return { ok: false, diagnostics: [folderUnreadable(`${revision}:${path}`, "ENOENT")] };
			const value = [...entries].map(([name, entry]): FolderEntry => ({ name, kind: entry }));
			return { ok: true, value, warnings: [] };
		},
		read(path, limit) {
			const hash = blobs.get(within(path) ?? "..");
			const named = `${revision}:${path}`;
			if (hash === undefined) return { ok: false, diagnostics: [fileUnreadable(named, "ENOENT")] };
			const blob = ask("cat-file", "blob", hash);
			if (!blob.ok) return { ok: false, diagnostics: [fileUnreadable(named, blob.reason)] };
			if (blob.bytes.length > limit)
				return { ok: false, diagnostics: [fileTooLarge(named, blob.bytes.length, limit)] };
			return { ok: true, value: blob.bytes, warnings: [] };
		},
		write: (path) => fileUnwritable(`${revision}:${path}`, "EROFS"),
	};
	return {
		ok: true,
		warnings: [],
		value: { files, printedBy: (path) => ["git", "show", `${revision}:${within(path) ?? path}`] },
	};
}

/** Enters a path into the folders above it. */
function enter(folders: Map<string, Map<string, EntryKind>>, path: string, kind: EntryKind): void {
	const parent = parentOf(path);
	let entries = folders.get(parent);
	if (entries === undefined) {
		entries = new Map();
		folders.set(parent, entries);
		enter(folders, parent, "folder");
	}
	entries.set(posix.basename(path), kind);
}

function parentOf(path: string): string {
	const parent = posix.dirname(path);
	return parent === "." ? "" : parent;
}

/** The path itself, or the nearest folder above it that is there. */
function existing(path: string): string {
	for (let found = path; ; found = dirname(found)) {
		try {
			realpathSync(found);
			return found;
		} catch {
			if (found === dirname(found)) return found;
		}
	}
}

function text(bytes: Uint8Array): string {
	return new TextDecoder().decode(bytes);
}
