import { dirname } from "node:path";
import { fileNotFound } from "../../source/messages-herd7.ts";
import type { Result } from "../../source/result.ts";
import type { Files } from "../files.ts";
import { readSource } from "../read-source.ts";
import type { Entry } from "./entry.ts";
import { findFile } from "./find-file.ts";
import { parseConfiguration } from "./parse-configuration.ts";
import { readSettings } from "./read-settings.ts";
import type { Settings } from "./settings.ts";

/** What a command line says of a model and how to use it. */
export interface GivenSettings {
	/** The configuration file. */
	readonly conf?: string;
	/** Where to look for files beyond the usual places, in order. */
	readonly folders: readonly string[];
	readonly settings: readonly Entry[];
}

/** The working folder. */
const HERE = ".";

/**
 * The settings of a command line and of the configuration file that it names. Where both say something the
 * command line counts; variants add up, with those of the command line last. Files that the configuration
 * names are looked for beside it, those of the command line in the working folder, both then in `-I`.
 */
export function gatherSettings({ conf, folders, settings }: GivenSettings, files: Files): Result<Settings> {
	const places = [HERE, ...folders];
	const given = readSettings(settings, places, files);
	if (!given.ok || conf === undefined) return given;

	const path = findFile(conf, places, files);
	if (path === undefined) return { ok: false, diagnostics: [fileNotFound(conf, places)] };
	const file = readSource(path, "a configuration", files);
	if (!file.ok) return file;
	const entries = parseConfiguration(file.value);
	if (!entries.ok) return entries;
	const configured = readSettings(entries.value, [dirname(path), ...folders], files);
	if (!configured.ok) return configured;
	const variants = [...(configured.value.variants ?? []), ...(given.value.variants ?? [])];
	return { ok: true, value: { ...configured.value, ...given.value, variants }, warnings: [] };
}
