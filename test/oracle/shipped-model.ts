import { readFileSync } from "node:fs";
import { loadModel } from "../../src/cat/load-model.ts";
import type { Model } from "../../src/cat/model.ts";
import type { SourceFile } from "../../src/source/span.ts";

/**
 * A model of the project's `models/` folder, such as `lkmm`. Throws if it does not load.
 * @param root the project's folder, for those who run bundled elsewhere
 */
export function shippedModel(name: string, root = new URL("../../", import.meta.url)): Model {
	const read = (file: string): SourceFile => ({
		path: file,
		text: readFileSync(new URL(`models/${file}`, root), "utf8"),
	});
	const result = loadModel(read(`${name}.cat`), read);
	if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join("\n"));
	return result.value;
}
