import type { RunPart } from "../../report/gate/run-part.ts";
import { fileBinary } from "../../source/messages.ts";
import { notAPart } from "../../source/messages-gate.ts";
import type { Result } from "../../source/result.ts";
import type { Files } from "../files.ts";
import { partReport } from "./part-schema.ts";

/** The report of a large suite with all its states; in bytes. */
const SIZE_LIMIT = 2 ** 28;

/** Reads the JSON report of a part of a run, and makes sure that it is one. */
export function readPart(path: string, files: Files): Result<RunPart> {
	const bytes = files.read(path, SIZE_LIMIT);
	if (!bytes.ok) return bytes;
	const text = new TextDecoder().decode(bytes.value);
	if (text.includes("\0")) {
		return { ok: false, diagnostics: [fileBinary({ file: { path, text }, start: 0, end: 0 })] };
	}
	let document: unknown;
	try {
		document = JSON.parse(text);
	} catch (error) {
		return { ok: false, diagnostics: [notAPart(path, String(error).split("\n")[0])] };
	}
	const parsed = partReport.safeParse(document);
	if (parsed.success) return { ok: true, value: parsed.data.part, warnings: [] };
	const [issue] = parsed.error.issues;
	const where = issue.path.length > 0 ? `${issue.path.join(".")}: ` : "";
	return { ok: false, diagnostics: [notAPart(path, `${where}${issue.message}`)] };
}
