import type { Diagnostic } from "../../source/diagnostic.ts";
import { fileNotFound, unknownVariant, wrongValue } from "../../source/messages-herd7.ts";
import type { Result } from "../../source/result.ts";
import type { Files } from "../files.ts";
import { parseSeconds, parseWholeNumber } from "../parse-number.ts";
import { SHIPPED_MODELS } from "../shipped-models.ts";
import type { Entry } from "./entry.ts";
import { findFile } from "./find-file.ts";
import type { Settings, Variant } from "./settings.ts";

const VARIANTS: readonly Variant[] = ["lkmmv1", "lkmmv2"];

/** The values of options that have a few; `show` has names of flags, too. */
const CHOICES = {
	speedcheck: { pattern: /^(true|false|fast)$/, wanted: "true, false or fast" },
	exit: { pattern: /^(true|false)$/, wanted: "true or false" },
	show: {
		pattern: /^(prop|neg|all|cond|wit|none|flag:.+)$/i,
		wanted: "prop, neg, all, cond, wit, none or flag:NAME",
	},
} as const;

/**
 * What a list of keys and values means; of keys that are there several times the last counts, but for
 * variants, which add up. All errors are returned together.
 *
 * @param folders where the files that values name are looked for, in order
 */
export function readSettings(
	entries: readonly Entry[],
	folders: readonly string[],
	files: Files,
): Result<Settings> {
	const diagnostics: Diagnostic[] = [];
	let settings: Settings = {};
	for (const entry of entries) {
		const result = readSetting(entry, folders, files, settings);
		if (result.ok) settings = { ...settings, ...result.value };
		else diagnostics.push(...result.diagnostics);
	}
	return diagnostics.length > 0 ? { ok: false, diagnostics } : { ok: true, value: settings, warnings: [] };
}

function readSetting(
	{ key, value, span }: Entry,
	folders: readonly string[],
	files: Files,
	before: Settings,
): Result<Settings> {
	const wrong = (wanted: string): Result<never> => refuse(wrongValue(key, value, wanted, span));
	switch (key) {
		case "model":
		case "cat":
			if (SHIPPED_MODELS.includes(value)) return accept({ model: value });
			return found((model) => ({ model }));
		case "bell":
			return found((bell) => ({ bell }));
		case "macros":
			return found((macros) => ({ macros }));
		case "variant": {
			const words = value.split(",").map((word) => word.trim().toLowerCase());
			const variants = words.flatMap((word) => VARIANTS.filter((variant) => variant === word));
			const unknown = words.find((word) => !VARIANTS.some((variant) => variant === word));
			if (unknown !== undefined) return refuse(unknownVariant(unknown, VARIANTS, span));
			return accept({ variants: [...(before.variants ?? []), ...variants] });
		}
		case "unroll": {
			const unroll = parseWholeNumber(value, 1);
			return unroll.ok ? accept({ unroll: unroll.value }) : wrong("a whole number from 1 on");
		}
		case "timeout": {
			const timeout = parseSeconds(value);
			return timeout.ok ? accept({ timeout: timeout.value }) : wrong("a number of seconds above 0");
		}
		case "speedcheck":
		case "show":
		case "exit": {
			const { pattern, wanted } = CHOICES[key];
			if (!pattern.test(value)) return wrong(wanted);
			return accept(key === "exit" ? { stopAtError: value === "true" } : {});
		}
		default:
			throw new Error(`no setting: ${key}`);
	}

	function found(settings: (path: string) => Settings): Result<Settings> {
		const path = findFile(value, folders, files);
		return path === undefined ? refuse(fileNotFound(value, folders, span)) : accept(settings(path));
	}
}

function accept(value: Settings): Result<Settings> {
	return { ok: true, value, warnings: [] };
}

function refuse(diagnostic: Diagnostic): { ok: false; diagnostics: Diagnostic[] } {
	return { ok: false, diagnostics: [diagnostic] };
}
