import { join } from "node:path";
import { loadNamedModel } from "../cli/load-named-model.ts";
import { findModelsFolder } from "../cli/models-folder.ts";
import { nodeFiles } from "../cli/node-files.ts";
import { readSource } from "../cli/read-source.ts";
import { SHIPPED_MODELS } from "../cli/shipped-models.ts";
import { unknownModel } from "../source/messages-cli.ts";
import type { Result } from "../source/result.ts";
import { type Includes, includedTexts } from "./included-texts.ts";
import type { MemoryModel } from "./memory-model.ts";
import { makeModel } from "./model-handle.ts";

/** A model of one's own, in the cat language. */
export interface ModelText {
	readonly text: string;
	/** What diagnostics and results call it; `<model>` by default. */
	readonly path?: string;
	/** What it includes beside the files of the shipped models. */
	readonly includes?: Includes;
}

/**
 * Reads a memory model: a shipped one by its name (`lkmm`, `sc`, `tso`, `armv8`), or a text. It takes some milliseconds for a shipped
 * model and some hundred for a text.
 */
export async function loadModel(model: string | ModelText = "lkmm"): Promise<Result<MemoryModel>> {
	const modelsFolder = findModelsFolder();
	if (typeof model === "string") {
		if (!SHIPPED_MODELS.includes(model))
			return { ok: false, diagnostics: [unknownModel(model, SHIPPED_MODELS)] };
		const shipped = await loadNamedModel(model, { files: nodeFiles, modelsFolder });
		return shipped.ok ? { ...shipped, value: makeModel(model, shipped.value) } : shipped;
	}
	const { text, path = "<model>", includes } = model;
	const own = includedTexts(includes);
	const { loadModel: read } = await import("../cat/load-model.ts");
	const loaded = read({ path, text }, (name) => {
		const found = own(name);
		if (found !== undefined) return found;
		const shipped = readSource(join(modelsFolder, name), "a model", nodeFiles);
		return shipped.ok ? shipped.value : undefined;
	});
	return loaded.ok ? { ...loaded, value: makeModel(path, loaded.value) } : loaded;
}
