import { cacheFolder } from "../cache-folder.ts";
import { findModelsFolder } from "../models-folder.ts";
import { nodeFiles } from "../node-files.ts";
import { openTextCache } from "../node-text-cache.ts";
import type { Shell } from "../shell.ts";
import { openVerdicts } from "../verdicts/open-verdicts.ts";

/** The shell of a thread that works for another: it has the same files and caches, and nobody reads what it writes. */
export function workerShell(): Shell {
	const folder = cacheFolder(process.env);
	return {
		files: nodeFiles,
		modelsFolder: findModelsFolder(),
		cache: openTextCache(folder),
		verdicts: openVerdicts(folder),
		environment: process.env,
		isTerminal: false,
		write() {},
		writeError() {},
		now: () => performance.now(),
		pause: () => new Promise((resolve) => setImmediate(resolve)),
		isInterrupted: () => false,
	};
}
