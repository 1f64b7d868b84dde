import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { compileLess } from "./compile-less.ts";
import type { WorkerSource } from "./worker-source.ts";

/**
 * Threads of Node.js. They run the build's own file, beside the one that this code is in.
 *
 * @returns undefined where there is no such file, as where the source runs unbuilt
 */
export function nodeWorkers(): WorkerSource | undefined {
	const file = new URL("./ringlit-check-worker.js", import.meta.url);
	if (!existsSync(fileURLToPath(file))) return undefined;
	return {
		cores: availableParallelism(),
		start(task) {
			compileLess();
			const worker = new Worker(file, { workerData: task });
			return {
				listen(onMessage, onEnd) {
					let reason: string | undefined;
					worker.on("message", onMessage);
					worker.on("error", (error) => {
						reason = String(error).split("\n")[0];
					});
					worker.on("exit", (code) => onEnd(reason ?? (code === 0 ? undefined : `exit code ${code}`)));
				},
				stop: () => void worker.terminate(),
			};
		},
	};
}
