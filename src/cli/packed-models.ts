import { join } from "node:path";
import type { Model } from "../cat/model.ts";
import type { PackedModel } from "../cat/pack-model.ts";
import { unpackModel } from "../cat/unpack-model.ts";
import type { Files } from "./files.ts";
import { readSource } from "./read-source.ts";

/** The shipped models as the build has resolved them, by name, each with the texts it was made from. */
export type PackedModels = Readonly<
	Record<string, { readonly sources: Readonly<Record<string, string>>; readonly model: PackedModel }>
>;

/**
 * A shipped model without parsing it, which would take longer than most checks: undefined unless the build
 * has left it and every text that it was made from still reads the same, so that an edited model is never
 * answered by an old one.
 */
export function findPackedModel(name: string, modelsFolder: string, files: Files): Model | undefined {
	const packed = readSource(join(modelsFolder, "..", "dist", "models.json"), "packed models", files);
	if (!packed.ok) return undefined;
	// Written by the build of this same version; a broken file is as good as none.
	let entry: PackedModels[string] | undefined;
	try {
		entry = (JSON.parse(packed.value.text) as PackedModels)[name];
	} catch {
		return undefined;
	}
	if (entry === undefined) return undefined;
	for (const [file, text] of Object.entries(entry.sources)) {
		const now = readSource(join(modelsFolder, file), "a model", files);
		if (!now.ok || now.value.text !== text) return undefined;
	}
	return unpackModel(entry.model);
}
