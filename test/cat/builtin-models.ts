import { readdirSync, readFileSync } from "node:fs";
import type { SourceFile } from "../../src/source/span.ts";

const folder = new URL("../../models/", import.meta.url);

/** The files of the models that come with the tool, by the names that `include` uses. */
export const builtinModels: ReadonlyMap<string, SourceFile> = new Map(
	readdirSync(folder)
		.filter((name) => /\.(cat|bell)$/.test(name))
		.map((name) => [name, { path: `<${name}>`, text: readFileSync(new URL(name, folder), "utf8") }]),
);
