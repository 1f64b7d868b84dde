import { type CheckCommandOptions, checkCommand } from "../../../src/cli/check-command.ts";
import { checkInWorker } from "../../../src/cli/jobs/check-in-worker.ts";
import type { WorkerSource } from "../../../src/cli/jobs/worker-source.ts";
import { nodeFiles } from "../../../src/cli/node-files.ts";
import type { Shell } from "../../../src/cli/shell.ts";
import type { TextCache } from "../../../src/cli/text-cache.ts";
import { memoryShell, type RecordingShell } from "../memory-shell.ts";

const modelsFolder = new URL("../../../models/", import.meta.url).pathname;

/** The options of a run under sequential consistency. */
export const DEFAULTS: CheckCommandOptions = {
	model: "sc",
	unroll: 4,
	format: "json",
	bail: false,
	symmetry: true,
	color: "never",
};

const models = new Map<string, string>();

/** Models that were read before, so that no test waits for that again. */
const cache: TextCache = { read: (key) => models.get(key), write: (key, text) => void models.set(key, text) };

/** A shell on real files that keeps what is written, and has whatever else is given. */
export function gateShell(given: Partial<Shell> = {}): RecordingShell {
	const shell = memoryShell(nodeFiles);
	return Object.assign(shell, { modelsFolder, cache, pause: () => new Promise(setImmediate), ...given });
}

/** Workers in this thread: what they are given and send is cloned as between threads. */
export function workersHere(cores: number, given: Partial<Shell> = {}): WorkerSource {
	return {
		cores,
		start(task) {
			let isStopped = false;
			return {
				listen(onMessage, onEnd) {
					const { memory, ...rest } = task as Parameters<typeof checkInWorker>[0];
					const cloned = { ...structuredClone(rest), memory };
					const send = (message: unknown): void => {
						if (!isStopped) onMessage(structuredClone(message));
					};
					checkInWorker(cloned, gateShell({ now: () => performance.now(), ...given }), send).then(
						() => onEnd(undefined),
						(error) => onEnd(String(error)),
					);
				},
				stop() {
					isStopped = true;
				},
			};
		},
	};
}

/** Runs `ringlit check` and returns what it left. */
export async function check(
	paths: readonly string[],
	options: Partial<CheckCommandOptions> = {},
	shell: RecordingShell = gateShell(),
) {
	const code = await checkCommand(paths, { ...DEFAULTS, ...options }, shell);
	return { code, output: withoutTimes(shell.output()), errors: shell.errors() };
}

/** A report in any form without its times. */
export function withoutTimes(report: string): string {
	return report
		.replace(/"seconds": [\d.e-]+/g, '"seconds": 0')
		.replace(/ time="[\d.]+"/g, "")
		.replace(/ +\d+(\.\d+)? m?s(?=[\s)]|$)/gm, " T");
}

/** A small test that has an outcome under sequential consistency, or has none. */
export function tinyTest(name: string, result?: string, condition = "1:r0=1"): string {
	const promise = result === undefined ? "" : `(* Result: ${result} *)\n`;
	return `C ${name}
${promise}{}
P0(int *x) { WRITE_ONCE(*x, 1); }
P1(int *x) { int r0 = READ_ONCE(*x); }
exists (${condition})
`;
}
