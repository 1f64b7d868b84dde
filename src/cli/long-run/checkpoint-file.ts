import { createHash } from "node:crypto";
import { deserialize, serialize } from "node:v8";
import type { PartedSearch } from "../../checker/sharing/parted-search.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { pathMissing } from "../../source/messages.ts";
import {
	checkpointDamaged,
	checkpointForeign,
	folderInsteadOfCheckpoint,
} from "../../source/messages-long-runs.ts";
import type { Result } from "../../source/result.ts";
import type { Files } from "../files.ts";
import type { Identity } from "./identity-of.ts";

/** The first word of a checkpoint, with the number of its form. */
const FORM = "ringlit-checkpoint-1";
/** In bytes. */
const SIZE_LIMIT = 2 ** 29;

/**
 * Writes where a search stands, whole or not at all.
 * @returns what went wrong
 */
export function writeCheckpoint(
	path: string,
	identity: Identity,
	search: PartedSearch,
	files: Files,
): Diagnostic | undefined {
	// The engine's own form keeps bigints, and that parts of a text are of one text.
	const body = serialize({ identity, search }).toString("base64");
	return files.write(path, `${FORM} ${digest(body)}\n${body}\n`);
}

/**
 * Reads where a search stopped.
 * @returns what is wrong with the file, or that it is of another search than `identity` is of
 */
export function readCheckpoint(path: string, identity: Identity, files: Files): Result<PartedSearch> {
	const fail = (...diagnostics: Diagnostic[]) => ({ ok: false, diagnostics }) as const;
	const kind = files.kind(path);
	if (kind === "missing") return fail(pathMissing(path));
	if (kind === "folder") return fail(folderInsteadOfCheckpoint(path));
	const bytes = files.read(path, SIZE_LIMIT);
	if (!bytes.ok) return bytes;
	const [head, body = ""] = new TextDecoder("latin1").decode(bytes.value).split("\n");
	if (head !== `${FORM} ${digest(body)}`) return fail(checkpointDamaged(path));
	const content = contentOf(body);
	if (content === undefined) return fail(checkpointDamaged(path));
	const differing = WORDS.find(([key]) => content.identity[key] !== identity[key]);
	if (differing !== undefined) {
		const [key, what] = differing;
		const shown = key === "options" || key === "title" ? content.identity[key] : undefined;
		return fail(checkpointForeign(path, what, shown));
	}
	return { ok: true, value: content.search, warnings: [] };
}

/** What may differ, most telling first. */
const WORDS: readonly (readonly [keyof Identity, string])[] = [
	["title", "another test or configuration"],
	["program", "another version of the test or configuration"],
	["model", "another memory model"],
	["options", "other options"],
	["build", "another build of ringlit"],
];

/** What the body says, which only the engine that wrote it or a later one may be able to read. */
function contentOf(body: string): { readonly identity: Identity; readonly search: PartedSearch } | undefined {
	try {
		// The digest says that it is what writeCheckpoint wrote.
		return deserialize(Buffer.from(body, "base64"));
	} catch {
		return undefined;
	}
}

function digest(text: string): string {
	return createHash("sha256").update(text).digest("hex");
}
