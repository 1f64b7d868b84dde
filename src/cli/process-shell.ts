import { cacheFolder } from "./cache-folder.ts";
import { findModelsFolder } from "./models-folder.ts";
import { nodeFiles } from "./node-files.ts";
import { openTextCache } from "./node-text-cache.ts";
import type { Shell } from "./shell.ts";

/** What a shell reports for a program that an interrupt ended: 128 and the signal's number. */
const INTERRUPTED_EXIT = 130;

/**
 * The shell of the running process. The first interrupt asks the command to end and the second ends the
 * process; a reader of standard output that went away asks it to end, too, and gets no more.
 */
export function createProcessShell(): Shell {
	let interrupted = false;
	const ending = new AbortController();
	let readerGone = false;
	process.on("SIGINT", () => {
		if (interrupted) process.exit(INTERRUPTED_EXIT);
		interrupted = true;
		ending.abort();
	});
	for (const stream of [process.stdout, process.stderr]) {
		stream.on("error", (error: NodeJS.ErrnoException) => {
			if (error.code !== "EPIPE") throw error;
			interrupted = true;
			readerGone ||= stream === process.stdout;
		});
	}
	return {
		files: nodeFiles,
		modelsFolder: findModelsFolder(),
		cache: openTextCache(cacheFolder(process.env)),
		environment: process.env,
		isTerminal: process.stdout.isTTY === true,
		terminal:
			process.stdin.isTTY === true && process.stdout.isTTY === true && process.env.TERM !== "dumb"
				? { stdin: process.stdin, stdout: process.stdout, signal: ending.signal }
				: undefined,
		write(text) {
			if (!readerGone) process.stdout.write(text);
		},
		writeError(text) {
			process.stderr.write(text);
		},
		now: () => performance.now(),
		pause: () => new Promise((resolve) => setImmediate(resolve)),
		isInterrupted: () => interrupted,
	};
}
