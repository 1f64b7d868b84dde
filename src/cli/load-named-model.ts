import { dirname, join } from "node:path";
import type { Model } from "../cat/model.ts";
import { unknownModel } from "../source/messages-cli.ts";
import type { Result } from "../source/result.ts";
import { includeReader } from "./include-reader.ts";
import { loadThroughCache } from "./load-through-cache.ts";
import { findPackedModel } from "./packed-models.ts";
import { readSource } from "./read-source.ts";
import type { Shell } from "./shell.ts";
import { SHIPPED_MODELS } from "./shipped-models.ts";

/** Other names of shipped models. */
const ALIASES: ReadonlyMap<string, string> = new Map([["x86", "tso"]]);

/**
 * The meaning of one name in `--model`: a shipped model's name, else a file's path. What a model includes is
 * looked for beside it, then among the shipped models.
 */
export async function loadNamedModel(
	given: string,
	{ files, modelsFolder, cache }: Pick<Shell, "files" | "modelsFolder" | "cache">,
): Promise<Result<Model>> {
	const name = ALIASES.get(given) ?? given;
	const isShipped = SHIPPED_MODELS.includes(name);
	if (!isShipped && files.kind(name) === "missing") {
		return { ok: false, diagnostics: [unknownModel(given, SHIPPED_MODELS)] };
	}
	const packed = isShipped ? findPackedModel(name, modelsFolder, files) : undefined;
	if (packed !== undefined) return { ok: true, value: packed, warnings: [] };
	const path = isShipped ? join(modelsFolder, `${name}.cat`) : name;
	const file = readSource(path, "a model", files);
	if (!file.ok) return file;

	return loadThroughCache({ model: file.value }, includeReader([dirname(path), modelsFolder], files), cache);
}
