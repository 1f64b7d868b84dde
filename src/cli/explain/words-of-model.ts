import type { TreeOptions } from "../kernel-tree/tree-options.ts";

/** The options by which one model was named, as words of a command line; none for the kernel's. */
export function wordsOfModel({
	model,
	conf,
	cat,
	bell,
	macros,
	variant,
	I: folders = [],
}: TreeOptions & { readonly model?: string | undefined }): string[] {
	const named = { model, conf, cat, bell, macros, variant };
	const words = Object.entries(named).flatMap(([name, value]) =>
		value === undefined || value === "lkmm" ? [] : [`--${name}`, value],
	);
	return [...words, ...folders.flatMap((folder) => ["-I", folder])];
}
