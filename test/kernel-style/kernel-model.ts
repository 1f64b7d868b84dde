import type { Files } from "../../src/cli/files.ts";
import { type KernelModel, loadKernelModel } from "../../src/cli/load-kernel-model.ts";
import { nodeFiles } from "../../src/cli/node-files.ts";

/** A model in the form of a kernel tree's: the folder of its files. */
export type Generation = "lkmmv1" | "lkmmv2";

/** Makes the text of a file, by its name, another one. */
export type Change = (text: string, name: string) => string;

const here = new URL("./", import.meta.url).pathname;
const modelsFolder = new URL("../../models/", import.meta.url).pathname;

/** Loads the model with its macros, after a change to its files. */
export async function kernelModel(
	generation: Generation,
	change: Change = (text) => text,
): Promise<KernelModel> {
	const files: Files = {
		...nodeFiles,
		read(path, limit) {
			const bytes = nodeFiles.read(path, limit);
			if (!bytes.ok || !path.startsWith(here)) return bytes;
			const text = change(new TextDecoder().decode(bytes.value), path.replace(/^.*\//, ""));
			return { ...bytes, value: new TextEncoder().encode(text) };
		},
	};
	const file = (suffix: string): string => `${here}${generation}/linux-kernel.${suffix}`;
	const found = await loadKernelModel(
		{
			model: file("cat"),
			bell: file("bell"),
			macros: file("def"),
			variants: generation === "lkmmv2" ? ["lkmmv2"] : [],
			folders: [],
		},
		{ files, modelsFolder },
	);
	if (!found.ok) throw new Error(found.diagnostics.map(({ message }) => message).join("\n"));
	return found.value;
}
