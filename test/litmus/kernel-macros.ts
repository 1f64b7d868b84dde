import { readFileSync } from "node:fs";
import { loadMacros } from "../../src/litmus/load-macros.ts";
import type { MacroTable } from "../../src/litmus/macro-table.ts";

/** The text of a generation's linux-kernel.def. */
export function kernelMacroText(generation: "lkmmv1" | "lkmmv2"): string {
	const url = new URL(`../kernel-style/${generation}/linux-kernel.def`, import.meta.url);
	return readFileSync(url, "utf8");
}

/** The macros of a text that must load without a word. */
export function macrosOf(text: string): MacroTable {
	const result = loadMacros({ path: "my.def", text });
	const said = result.ok ? result.warnings : result.diagnostics;
	if (!result.ok || said.length > 0) throw new Error(said.map(({ message }) => message).join("; "));
	return result.value;
}
