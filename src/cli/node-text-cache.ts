import { createHash, randomUUID } from "node:crypto";
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { TextCache } from "./text-cache.ts";

/** How much a cache keeps. */
export interface TextCacheSize {
	/** Entries beyond these are dropped, those first that were written first. */
	readonly most: number;
	/** After how many writes that is looked after: what the folder holds is listed then. */
	readonly every: number;
}

const FEW: TextCacheSize = { most: 64, every: 1 };

/** UTF-16 units of a text; longer ones are not kept. */
const LONGEST = 2 ** 20;

/** Milliseconds after which a temporary file is one that a process left behind which was ended while writing. */
const ABANDONED = 3_600_000;

const ENTRY = /^[0-9a-f]{64}\.entry$/;
const TEMPORARY = /^[0-9a-f]{64}\.[0-9a-f-]{36}\.tmp$/;

/**
 * A cache on disk, each text in a file of its own below `folder`, which is made when it is first needed. A file
 * begins with a checksum of its key and text. It is written beside its place and then moved there, so that
 * processes may write at the same time and readers see it whole or not at all.
 *
 * @returns undefined for no folder
 */
export function openTextCache(
	folder: string | undefined,
	{ most, every }: TextCacheSize = FEW,
): TextCache | undefined {
	if (folder === undefined) return undefined;
	// Processes that write little take their turn, too.
	let writes = Math.floor(Math.random() * every);
	const pathOf = (key: string): string => join(folder, `${key}.entry`);
	return {
		read(key) {
			return attempt(() => {
				const path = pathOf(key);
				const stats = statSync(path);
				// Anything else might keep the reader waiting.
				if (!stats.isFile() || stats.size > 4 * LONGEST) return undefined;
				const content = readFileSync(path, "utf8");
				const text = content.slice(content.indexOf("\n") + 1);
				return content === contentOf(key, text) ? text : undefined;
			});
		},
		write(key, text) {
			if (text.length > LONGEST) return;
			const temporary = join(folder, `${key}.${randomUUID()}.tmp`);
			attempt(() => {
				makeFolder(folder);
				try {
					writeFileSync(temporary, contentOf(key, text), { flag: "wx", mode: 0o600 });
					renameSync(temporary, pathOf(key));
				} catch {
					rmSync(temporary, { force: true });
				}
				writes++;
				if (writes % every === 0) tidy(folder, most);
			});
		},
	};
}

function contentOf(key: string, text: string): string {
	return `${createHash("sha256").update(`${key}\n${text}`).digest("hex")}\n${text}`;
}

/**
 * Makes a folder and those above it, as far as they are missing.
 *
 * @throws Error of the file system. Node's own way of doing this never returns where a folder is made in vain, as
 * below /proc.
 */
function makeFolder(folder: string): void {
	if (existsSync(folder)) return;
	if (dirname(folder) !== folder) makeFolder(dirname(folder));
	try {
		mkdirSync(folder, { mode: 0o700 });
	} catch (error) {
		// Another process may have been quicker.
		if (!existsSync(folder)) throw error;
	}
}

/** Drops entries that are too many and what ended processes left. Files of other names are somebody else's. */
function tidy(folder: string, most: number): void {
	const entries: { path: string; age: number }[] = [];
	for (const name of readdirSync(folder)) {
		if (!ENTRY.test(name) && !TEMPORARY.test(name)) continue;
		const path = join(folder, name);
		// Another process may have dropped it in the meantime.
		const written = attempt(() => statSync(path).mtimeMs);
		if (written === undefined) continue;
		const age = Date.now() - written;
		if (ENTRY.test(name)) entries.push({ path, age });
		else if (age > ABANDONED) attempt(() => rmSync(path, { force: true }));
	}
	entries.sort((one, other) => one.age - other.age);
	for (const { path } of entries.slice(most)) attempt(() => rmSync(path, { force: true }));
}

/** The cache is a convenience: whatever the file system has against it, things go on without. */
function attempt<T>(action: () => T): T | undefined {
	try {
		return action();
	} catch {
		return undefined;
	}
}
