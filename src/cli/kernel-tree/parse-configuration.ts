import type { Diagnostic } from "../../source/diagnostic.ts";
import { keyWithoutValue, unknownKey } from "../../source/messages-herd7.ts";
import { nearestNames } from "../../source/nearest-names.ts";
import type { Result } from "../../source/result.ts";
import type { SourceFile } from "../../source/span.ts";
import type { Entry } from "./entry.ts";
import { IGNORED_KEYS, SETTING_KEYS } from "./keys.ts";

const KEYS: readonly string[] = SETTING_KEYS;

/**
 * The settings of a configuration file, in its order: on each line a key, white space and a value, which
 * may stand in quotation marks. What follows a `#` at a line's start or after white space is a comment.
 * Keys that are known and mean nothing here are left out. All errors are returned together.
 */
export function parseConfiguration(file: SourceFile): Result<readonly Entry[]> {
	const entries: Entry[] = [];
	const diagnostics: Diagnostic[] = [];
	let start = 0;
	for (const line of file.text.split("\n")) {
		const [, indent, key, gap, rest] = /^(\s*)(\S*)(\s*)(.*)$/s.exec(line.replace(/(^|\s)#.*$/s, "$1")) ?? [];
		const from = start + (indent ?? "").length;
		start += line.length + 1;
		if (!key) continue;
		const keySpan = { file, start: from, end: from + key.length };
		if (IGNORED_KEYS.includes(key)) continue;
		const text = rest.trimEnd();
		if (!KEYS.includes(key)) {
			diagnostics.push(unknownKey(key, nearestNames(key, [...KEYS, ...IGNORED_KEYS]), keySpan));
		} else if (text === "") diagnostics.push(keyWithoutValue(key, keySpan));
		else {
			const at = from + key.length + gap.length;
			const value = text.replace(/^"(.*)"$/, "$1");
			entries.push({ key, value, span: { file, start: at, end: at + text.length } });
		}
	}
	return diagnostics.length > 0 ? { ok: false, diagnostics } : { ok: true, value: entries, warnings: [] };
}
