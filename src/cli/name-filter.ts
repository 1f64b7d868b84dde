import { badPattern } from "../source/messages-cli.ts";
import type { Result } from "../source/result.ts";

/** Whether a test of this name is to be checked. */
export type NameFilter = (name: string) => boolean;

/**
 * The meaning of `--filter`: `/pattern/`, with flags `i` and `u` if wanted, is a regular expression that
 * must match somewhere in the name; any other text must be a part of it.
 */
export function parseNameFilter(text: string): Result<NameFilter> {
	const pattern = /^\/(.+)\/([iu]*)$/s.exec(text);
	if (!pattern) return { ok: true, value: (name) => name.includes(text), warnings: [] };
	try {
		const expression = new RegExp(pattern[1], pattern[2]);
		return { ok: true, value: (name) => expression.test(name), warnings: [] };
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return { ok: false, diagnostics: [badPattern(text, reason)] };
	}
}
