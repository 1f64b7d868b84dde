import { readdirSync, readFileSync } from "node:fs";
import type { Tree } from "./memory-shell.ts";

const folder = new URL("../../models/", import.meta.url);

/** The files of the shipped models, where a memory shell looks for them. */
export const shippedTree: Tree = Object.fromEntries(
	readdirSync(folder)
		.filter((name) => /\.(cat|bell)$/.test(name))
		.map((name) => [`/shipped/${name}`, readFileSync(new URL(name, folder), "utf8")]),
);
