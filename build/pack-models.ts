import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadModel } from "../src/cat/load-model.ts";
import { packModel } from "../src/cat/pack-model.ts";
import type { PackedModels } from "../src/cli/packed-models.ts";
import { SHIPPED_MODELS } from "../src/cli/shipped-models.ts";
import type { SourceFile } from "../src/source/span.ts";

/**
 * The shipped models as `dist/models.json` holds them: resolved, with the texts that they were made from.
 * @param folder where their files are
 * @throws Error if one of them does not load
 */
export function packModels(folder: string, names = SHIPPED_MODELS): string {
	const packed: Record<string, PackedModels[string]> = {};
	for (const name of names) {
		const sources: Record<string, string> = {};
		const read = (file: string): SourceFile => {
			sources[file] = readFileSync(join(folder, file), "utf8");
			return { path: file, text: sources[file] };
		};
		const result = loadModel(read(`${name}.cat`), read);
		if (!result.ok)
			throw new Error(`${name}: ${result.diagnostics.map(({ message }) => message).join("; ")}`);
		packed[name] = { sources, model: packModel(result.value) };
	}
	return JSON.stringify(packed);
}
