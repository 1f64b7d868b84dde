import { dirname, join } from "node:path";
import type { ModelOptions } from "../../cat/load-model.ts";
import type { ReadInclude } from "../../cat/model-resolver.ts";
import type { SourceFile } from "../../source/span.ts";
import type { Files } from "../files.ts";
import { includeReader } from "../include-reader.ts";
import { gatherSettings } from "../kernel-tree/gather-settings.ts";
import { readSource } from "../read-source.ts";

/** With what the text of a model is read. */
export interface ModelSurroundings {
	readonly readInclude: ReadInclude;
	readonly options: ModelOptions;
}

/**
 * With what a model's text is read that was opened by itself. As in a kernel tree, a file of its name that ends in
 * `.bell` goes before it, unless it includes that itself, and one that ends in `.cfg` says which variants are on.
 */
export function modelSurroundings(
	{ path, text }: SourceFile,
	{ files, modelsFolder }: { readonly files: Files; readonly modelsFolder: string },
): ModelSurroundings {
	const folder = dirname(path);
	const stem = path.replace(/\.(?:cat|bell)$/, "");
	const name = stem.slice(folder === "." ? 0 : folder.length + 1);
	const isPaired = path.endsWith(".cat") && !text.includes(`"${name}.bell"`);
	const bell = isPaired ? readSource(`${stem}.bell`, "a bell file", files) : undefined;
	const conf = `${stem}.cfg`;
	const settings =
		files.kind(conf) === "file"
			? gatherSettings({ conf, folders: [folder], settings: [] }, files)
			: undefined;
	const variants = settings?.ok ? (settings.value.variants ?? []) : [];
	return {
		readInclude: includeReader([folder, modelsFolder, join(modelsFolder, "standard")], files),
		options: { ...(bell?.ok && { bell: bell.value }), variants: new Set(variants) },
	};
}
