import { readFileSync } from "node:fs";
import { loadModel } from "../../src/cat/load-model.ts";
import type { Model } from "../../src/cat/model.ts";
import type { SourceFile } from "../../src/source/span.ts";

const loaded = new Map<string, Model>();

/** A model that comes with ringlit, read once. */
export function shippedModel(name: string): Model {
	const known = loaded.get(name);
	if (known !== undefined) return known;
	const result = loadModel(modelFile(`${name}.cat`), modelFile);
	if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join("; "));
	loaded.set(name, result.value);
	return result.value;
}

function modelFile(name: string): SourceFile {
	const path = `models/${name}`;
	return { path, text: readFileSync(new URL(`../../${path}`, import.meta.url), "utf8") };
}
