import { optionWithoutValue, unknownOption } from "../../source/messages-herd7.ts";
import { nearestNames } from "../../source/nearest-names.ts";
import type { Result } from "../../source/result.ts";
import type { Entry } from "../kernel-tree/entry.ts";
import { COMMAND_LINE_KEYS, FLAGS, IGNORED_KEYS, SETTING_KEYS } from "../kernel-tree/keys.ts";

/** A command line taken apart; the values of its settings are not looked at yet. */
export interface Arguments {
	/** `version` and `help` want that and nothing else. */
	readonly purpose: "check" | "version" | "help";
	/** Tests and lists of tests. */
	readonly names: readonly string[];
	/** The configuration file. */
	readonly conf?: string;
	/** Where to look for models and what they include, in order. */
	readonly folders: readonly string[];
	/** Whether warnings are left out. */
	readonly quiet: boolean;
	/** Whether to tell which files make up the model. */
	readonly verbose: boolean;
	readonly settings: readonly Entry[];
}

const KEYS_WITH_VALUE: readonly string[] = [...SETTING_KEYS, ...COMMAND_LINE_KEYS, ...IGNORED_KEYS];

/**
 * Takes a command line apart as herd7 does: an option begins with a dash, and its value is the next word,
 * whatever that looks like. Two dashes are as good as one.
 *
 * @param words the arguments, without the program's own name
 */
export function parseArguments(words: readonly string[]): Result<Arguments> {
	let purpose: Arguments["purpose"] = "check";
	let conf: string | undefined;
	let quiet = false;
	let verbose = false;
	const names: string[] = [];
	const folders: string[] = [];
	const settings: Entry[] = [];
	const rest = [...words];
	for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
		const key = /^--?(.+)$/.exec(word)?.[1];
		if (key === undefined) names.push(word);
		else if (FLAGS.includes(key)) {
			if ((key === "version" || key === "help") && purpose === "check") purpose = key;
			quiet ||= key === "q";
			verbose ||= key === "v";
		} else if (!KEYS_WITH_VALUE.includes(key)) {
			const near = nearestNames(key, [...FLAGS, ...KEYS_WITH_VALUE]);
			return { ok: false, diagnostics: [unknownOption(key, near)] };
		} else {
			const value = rest.shift();
			if (value === undefined) return { ok: false, diagnostics: [optionWithoutValue(key)] };
			if (key === "conf") conf = value;
			else if (key === "I") folders.push(value);
			else if (!COMMAND_LINE_KEYS.includes(key) && !IGNORED_KEYS.includes(key)) settings.push({ key, value });
		}
	}
	const parsed = { purpose, names, folders, quiet, verbose, settings };
	return { ok: true, value: conf === undefined ? parsed : { ...parsed, conf }, warnings: [] };
}
