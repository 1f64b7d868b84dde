import type { Diagnostic } from "./diagnostic.ts";
import type { Span } from "./span.ts";

/** A file or folder that was named does not exist. */
export function pathMissing(path: string): Diagnostic {
	return error("path-missing", `${path}: no such file or folder`);
}

/** The system would not let a file be read; `reason` is the system's short word for why. */
export function fileUnreadable(path: string, reason: string): Diagnostic {
	return error("file-unreadable", `${path}: cannot be read (${reason})`);
}

/** A file could not be written. */
export function fileUnwritable(path: string, reason: string): Diagnostic {
	return error("file-unwritable", `${path}: cannot be written (${reason})`);
}

/** The output could not be written; `reason` is the system's short word for why. */
export function outputFailed(reason: string): Diagnostic {
	return error("output-failed", `the output cannot be written (${reason})`);
}

/** The system would not let a folder be listed. */
export function folderUnreadable(path: string, reason: string): Diagnostic {
	return error("folder-unreadable", `${path}: cannot be listed (${reason})`);
}

/** A folder stands where a file is wanted; `wanted` names what: "a model", "a litmus test". */
export function folderInsteadOfFile(path: string, wanted: string): Diagnostic {
	return error("folder-instead-of-file", `${path}: is a folder, not ${wanted}`, "name the file itself");
}

/** What a path leads to is neither a file nor a folder. */
export function notAFile(path: string): Diagnostic {
	return error("not-a-file", `${path}: is neither a file nor a folder`);
}

/** A file is larger than is ever read; both sizes in bytes. */
export function fileTooLarge(path: string, size: number, limit: number): Diagnostic {
	const mebibytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
	return error(
		"file-too-large",
		`${path}: the file has ${mebibytes(size)}; at most ${mebibytes(limit)} are read`,
		"a litmus test or a model takes a few kilobytes: is this the right file?",
	);
}

/** The text holds a NUL character, at the start of `span`. */
export function fileBinary(span: Span): Diagnostic {
	return error("file-binary", "this is a binary file, not text", "name a text file", span);
}

/** A folder and everything below it hold no litmus test. */
export function folderWithoutTests(path: string): Diagnostic {
	return error(
		"folder-without-tests",
		`${path}: there is no test in this folder`,
		"the names of tests end in .litmus; a file of another name can be named itself",
	);
}

/** A fault of the program, not of its input: something was thrown while it worked on `path`. */
export function internalFault(path: string, description: string): Diagnostic {
	return error(
		"internal-fault",
		`${path}: ringlit itself failed (${description})`,
		"this is a fault in ringlit, whatever the input says: please report it together with the input",
	);
}

function error(code: string, message: string, hint?: string, span?: Span): Diagnostic {
	return { code, severity: "error", message, ...(hint && { hint }), ...(span && { span }) };
}
