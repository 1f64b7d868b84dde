import { cacheFolder } from "./cache-folder.ts";
import { findModelsFolder } from "./models-folder.ts";
import { nodeFiles } from "./node-files.ts";
import { openTextCache } from "./node-text-cache.ts";
import type { Shell } from "./shell.ts";

/** Signals that ask a program to end, and what a shell reports for one that they ended: 128 and the signal's number. */
const ENDING_SIGNALS = [
	["SIGINT", 130],
	["SIGTERM", 143],
] as const;

/**
 * The shell of the running process. The first interrupt or SIGTERM asks the command to end and the second ends the
 * process; a reader of standard output that went away asks it to end, too, and gets no more.
 */
export function createProcessShell(): Shell {
	let interrupted = false;
	const ending = new AbortController();
	let readerGone = false;
	for (const [signal, code] of ENDING_SIGNALS)
		process.on(signal, () => {
			if (interrupted) process.exit(code);
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
