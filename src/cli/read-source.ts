import { fileBinary, folderInsteadOfFile, notAFile, pathMissing } from "../source/messages.ts";
import type { Result } from "../source/result.ts";
import type { SourceFile } from "../source/span.ts";
import type { Files } from "./files.ts";

/** No litmus test or model comes near it; more would only make errors slow. In bytes. */
const SIZE_LIMIT = 4 * 2 ** 20;

/**
 * Reads a text. Bytes that are no UTF-8 become replacement characters, since old tests have such in
 * comments; a NUL character makes the file a binary one.
 *
 * @param wanted what the file should be, for messages: "a litmus test"
 */
export function readSource(path: string, wanted: string, files: Files): Result<SourceFile> {
	switch (files.kind(path)) {
		case "missing":
			return { ok: false, diagnostics: [pathMissing(path)] };
		case "folder":
			return { ok: false, diagnostics: [folderInsteadOfFile(path, wanted)] };
		case "other":
			return { ok: false, diagnostics: [notAFile(path)] };
		default:
	}
	const bytes = files.read(path, SIZE_LIMIT);
	if (!bytes.ok) return bytes;
	const file: SourceFile = { path, text: new TextDecoder().decode(bytes.value) };
	const start = file.text.indexOf("\0");
	if (start !== -1) return { ok: false, diagnostics: [fileBinary({ file, start, end: start + 1 })] };
	return { ok: true, value: file, warnings: bytes.warnings };
}
