import { formatDiagnostic } from "../source/format-diagnostic.ts";
import { outputFailed } from "../source/messages.ts";
import { cacheFolder } from "./cache-folder.ts";
import { BAD_INPUT } from "./exit-code.ts";
import { nodeWorkers } from "./jobs/node-workers.ts";
import { findModelsFolder } from "./models-folder.ts";
import { nodeFiles } from "./node-files.ts";
import { openTextCache } from "./node-text-cache.ts";
import type { Shell } from "./shell.ts";
import { openVerdicts } from "./verdicts/open-verdicts.ts";
import { watchFolders } from "./watch/watch-folders.ts";

/** Signals that ask a program to end, and what a shell reports for one that they ended: 128 and the signal's number. */
const ENDING_SIGNALS = [
	["SIGINT", 130],
	["SIGTERM", 143],
] as const;

/**
 * The shell of the running process. The first interrupt or SIGTERM asks the command to end and the second ends the
 * process; a reader of standard output that went away asks it to end, too, and gets no more. So does output that cannot
 * be written, such as to a full disk: the exit code is then that of bad input, whatever the command says.
 */
export function createProcessShell(): Shell {
	let interrupted = false;
	const folder = cacheFolder(process.env);
	const ending = new AbortController();
	let readerGone = false;
	let hasFailed = false;
	const failOutput = ({ code, message }: NodeJS.ErrnoException): void => {
		if (hasFailed) return;
		hasFailed = true;
		// The command does not know, so its exit code comes first and is replaced.
		process.once("exit", () => {
			process.exitCode = BAD_INPUT;
		});
		process.stderr.write(`${formatDiagnostic(outputFailed(code ?? message))}\n`);
	};
	for (const [signal, code] of ENDING_SIGNALS)
		process.on(signal, () => {
			if (interrupted) process.exit(code);
			interrupted = true;
			ending.abort();
		});
	for (const stream of [process.stdout, process.stderr]) {
		stream.on("error", (error: NodeJS.ErrnoException) => {
			interrupted = true;
			readerGone ||= stream === process.stdout;
			if (error.code !== "EPIPE") failOutput(error);
		});
	}
	return {
		files: nodeFiles,
		modelsFolder: findModelsFolder(),
		cache: openTextCache(folder),
		verdicts: openVerdicts(folder),
		workers: nodeWorkers(),
		environment: process.env,
		isTerminal: process.stdout.isTTY === true,
		isErrorTerminal: process.stderr.isTTY === true && process.env.TERM !== "dumb",
		terminal:
			process.stdin.isTTY === true && process.stdout.isTTY === true && process.env.TERM !== "dumb"
				? { stdin: process.stdin, stdout: process.stdout, signal: ending.signal }
				: undefined,
		errorColumns: () => process.stderr.columns,
		ask: process.stdin.isTTY === true && process.stderr.isTTY === true ? ask : undefined,
		watch: watchFolders,
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

async function ask(question: string): Promise<boolean> {
	const { createInterface } = await import("node:readline/promises");
	const reader = createInterface({ input: process.stdin, output: process.stderr });
	// Who interrupts the question or closes the input has not agreed.
	const closed = new Promise<string>((resolve) => {
		reader.once("close", () => resolve(""));
		reader.once("SIGINT", () => reader.close());
	});
	const answer = await Promise.race([reader.question(question).catch(() => ""), closed]);
	reader.close();
	return /^y(es)?$/i.test(answer.trim());
}
