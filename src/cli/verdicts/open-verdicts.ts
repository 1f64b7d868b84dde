import { join } from "node:path";
import { openTextCache } from "../node-text-cache.ts";
import type { TextCache } from "../text-cache.ts";

/** Verdicts are small and many: some ten suites of a kernel tree's size. The folder is listed once in so many writes. */
const SIZE = { most: 20_000, every: 1_000 };

/** The verdicts that are kept in a cache folder, beside its models; undefined for no folder. */
export function openVerdicts(folder: string | undefined): TextCache | undefined {
	return openTextCache(folder === undefined ? undefined : join(folder, "verdicts"), SIZE);
}
