import { pathMissing } from "../../source/messages.ts";
import { severalConfigurations } from "../../source/messages-gate.ts";
import type { Result } from "../../source/result.ts";
import type { Files } from "../files.ts";

/** The names that a configuration can have. */
const NAMES = ["json", "mjs", "js", "ts", "mts"].map((suffix) => `ringlit.config.${suffix}`);

/**
 * The configuration's path: the one that is named, or the one in the working folder; undefined if there is none.
 *
 * @param wanted a path, or whether to look for one
 */
export function findConfiguration(wanted: string | boolean, files: Files): Result<string | undefined> {
	if (wanted === false) return { ok: true, value: undefined, warnings: [] };
	if (wanted !== true) {
		if (files.kind(wanted) === "missing") return { ok: false, diagnostics: [pathMissing(wanted)] };
		return { ok: true, value: wanted, warnings: [] };
	}
	const found = NAMES.filter((name) => files.kind(name) !== "missing");
	if (found.length > 1) return { ok: false, diagnostics: [severalConfigurations(found)] };
	return { ok: true, value: found.at(0), warnings: [] };
}
