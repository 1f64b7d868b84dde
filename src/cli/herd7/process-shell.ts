import { writeSync } from "node:fs";
import { cacheFolder } from "../cache-folder.ts";
import { findModelsFolder } from "../models-folder.ts";
import { nodeFiles } from "../node-files.ts";
import { openTextCache } from "../node-text-cache.ts";
import { OutputFailed } from "./output-failed.ts";
import type { Herd7Shell } from "./shell.ts";

/** Milliseconds before a pipe that is full is tried again. */
const PATIENCE = 5;

/**
 * The shell of the running process. No signal is handled, so that each ends the process at once, in the
 * midst of a search too; writing is synchronous, so that nothing is left to write at the end.
 */
export function createHerd7Shell(): Herd7Shell {
	return {
		files: nodeFiles,
		modelsFolder: findModelsFolder(),
		cache: openTextCache(cacheFolder(process.env)),
		now: () => performance.now(),
		write: (text) => writeWhole(1, text),
		writeError: (text) => writeWhole(2, text),
		async readInput() {
			const chunks: Uint8Array[] = [];
			for await (const chunk of process.stdin) chunks.push(chunk);
			return Buffer.concat(chunks).toString("utf8");
		},
	};
}

/** Three exclamation marks in a row are how the kernel's scripts mark their own complaints; no text here has them. */
function withoutAlarm(text: string): string {
	return text.replace(/!!(?=!)/g, "!! ");
}

function writeWhole(descriptor: number, text: string): void {
	const bytes = new TextEncoder().encode(withoutAlarm(text));
	for (let written = 0; written < bytes.length; ) {
		try {
			written += writeSync(descriptor, bytes, written);
		} catch (error) {
			const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
			if (code !== "EAGAIN") throw new OutputFailed(code);
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PATIENCE);
		}
	}
}
