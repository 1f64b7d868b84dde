import type { Diagnostic } from "../source/diagnostic.ts";
import * as messages from "../source/messages-ringbuf.ts";
import { nearestNames } from "../source/nearest-names.ts";
import type { Configuration } from "./configuration.ts";
import { SOURCES } from "./sources.ts";

/** Parameters that the rest of a configuration decides, and the options that do. */
const DECIDED: ReadonlyMap<string, string> = new Map([
	["ring_size", "--size"],
	["start", "--start"],
	["hostile_reach", "--hostile and --records"],
]);

/** What is wrong with the names of a configuration's settings: each must be a parameter of some source, left to be set. */
export function checkSettings({ settings }: Configuration): readonly Diagnostic[] {
	if (settings.size === 0) return [];
	const declared = [...SOURCES.values()].flatMap(({ text }) =>
		[...text.matchAll(/^#parameter (\w+)/gm)].map(([, name]) => name),
	);
	const names = [...new Set(declared)].filter((name) => !DECIDED.has(name)).sort();
	return [...settings.keys()].flatMap((name) => {
		const option = DECIDED.get(name);
		if (option !== undefined) return [messages.settingOfOption(name, option)];
		return names.includes(name) ? [] : [messages.unknownSetting(name, nearestNames(name, names), names)];
	});
}
