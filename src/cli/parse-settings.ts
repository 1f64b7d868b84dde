import { parseParameterValue } from "../litmus/preprocess/parse-parameter.ts";
import { badSetting, duplicateSetting } from "../source/messages-cli.ts";
import type { Result } from "../source/result.ts";

/** Values of tests' parameters by name. */
export type Settings = ReadonlyMap<string, bigint>;

/** What `--set producers=3,records=2` gives, beside what was given before it. */
export function parseSettings(text: string, before: Settings = new Map()): Result<Settings> {
	const settings = new Map(before);
	for (const part of text.split(",")) {
		const [, name, number] = /^\s*([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/s.exec(part) ?? [];
		const value = number === undefined ? undefined : parseParameterValue(number);
		if (name === undefined || value === undefined) return { ok: false, diagnostics: [badSetting(part)] };
		const known = settings.get(name);
		if (known !== undefined && known !== value) return { ok: false, diagnostics: [duplicateSetting(name)] };
		settings.set(name, value);
	}
	return { ok: true, value: settings, warnings: [] };
}
