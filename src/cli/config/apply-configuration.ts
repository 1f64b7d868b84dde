import { dirname, isAbsolute, join } from "node:path";
import type { Result } from "../../source/result.ts";
import type { CheckCommandOptions } from "../check-options.ts";
import type { Files } from "../files.ts";
import { parseSettings, type Settings } from "../parse-settings.ts";
import { SHIPPED_MODELS } from "../shipped-models.ts";
import type { Configuration } from "./configuration-schema.ts";
import { readConfiguration } from "./read-configuration.ts";

/** What is to be checked, and how. */
export interface Configured {
	readonly paths: readonly string[];
	readonly options: CheckCommandOptions;
}

/** Options that together choose a model: one of them on the command line leaves none to the configuration. */
const OF_MODEL = ["model", "conf", "cat", "bell", "macros", "variant"] as const;

/** Options whose values are what the configuration says. */
const PLAIN = [
	"unroll",
	"timeout",
	"format",
	"output",
	"filter",
	"symmetry",
	"bail",
	"color",
	"jobs",
	"cache",
] as const;

/**
 * Fills in from a configuration what the command line leaves open. Paths in it are seen from its folder. Values of
 * parameters add up, with those of the command line before it; so do folders of `-I`.
 *
 * @param isGiven whether the command line itself sets an option
 */
export async function applyConfiguration(
	path: string,
	paths: readonly string[],
	options: CheckCommandOptions,
	isGiven: (name: string) => boolean,
	files: Files,
): Promise<Result<Configured>> {
	const read = await readConfiguration(path, files);
	if (!read.ok) return read;
	const from = (file: string): string => (isAbsolute(file) ? file : join(dirname(path), file));
	const configured = read.value;
	const set = valuesOf(configured.set, options.set);
	if (!set.ok) return set;
	const folders = [...(options.I ?? []), ...listOf(configured.include).map(from)];
	const plain = Object.fromEntries(
		PLAIN.flatMap((name) => {
			const value = configured[name];
			return value === undefined || isGiven(name) ? [] : [[name, value]];
		}),
	);
	const value: Configured = {
		paths: paths.length > 0 ? paths : listOf(configured.paths).map(from),
		options: {
			...options,
			...plain,
			...(plain.output !== undefined && { output: from(String(plain.output)) }),
			...(OF_MODEL.some(isGiven) ? {} : modelOf(configured, from)),
			...(set.value.size > 0 && { set: set.value }),
			...(folders.length > 0 && { I: folders }),
			configuration: path,
		},
	};
	return { ok: true, value, warnings: [] };
}

function modelOf(configured: Configuration, from: (path: string) => string): Partial<CheckCommandOptions> {
	const { conf, cat, bell, macros } = configured;
	const model = listOf(configured.model).flatMap((names) => names.split(","));
	const variant = listOf(configured.variant).join(",");
	const name = (given: string): string =>
		SHIPPED_MODELS.includes(given) || !/[./]/.test(given) ? given : from(given);
	return {
		...(model.length > 0 && { model: model.map((given) => name(given.trim())).join(",") }),
		...(conf !== undefined && { conf: from(conf) }),
		...(cat !== undefined && { cat: from(cat) }),
		...(bell !== undefined && { bell: from(bell) }),
		...(macros !== undefined && { macros: from(macros) }),
		...(variant !== "" && { variant }),
	};
}

function valuesOf(configured: Configuration["set"], given: Settings = new Map()): Result<Settings> {
	let values: Settings = new Map();
	for (const [name, value] of Object.entries(configured ?? {})) {
		const parsed = parseSettings(`${name}=${value}`, values);
		if (!parsed.ok) return parsed;
		values = parsed.value;
	}
	return { ok: true, value: new Map([...values, ...given]), warnings: [] };
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
	if (value === undefined) return [];
	return typeof value === "string" ? [value] : value;
}
