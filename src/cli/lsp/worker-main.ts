import { parentPort } from "node:worker_threads";
import { cacheFolder } from "../cache-folder.ts";
import { describeFault } from "../describe-fault.ts";
import { findModelsFolder } from "../models-folder.ts";
import { nodeFiles } from "../node-files.ts";
import { openTextCache } from "../node-text-cache.ts";
import type { Shell } from "../shell.ts";
import type { Job, JobAnswer } from "./job.ts";
import { runJob } from "./run-job.ts";

// The thread that checks and explains tests while the editor is served: it takes jobs and gives answers, one at a time.

const shell: Shell = {
	files: nodeFiles,
	modelsFolder: findModelsFolder(),
	cache: openTextCache(cacheFolder(process.env)),
	environment: {},
	isTerminal: false,
	write: () => {},
	writeError: () => {},
	now: () => performance.now(),
	pause: () => new Promise((resolve) => setImmediate(resolve)),
	// Who no longer wants an answer ends the thread.
	isInterrupted: () => false,
};

parentPort?.on("message", async (job: Job) => {
	let answer: JobAnswer;
	try {
		answer = await runJob(job, shell);
	} catch (fault) {
		answer = { kind: "refused", message: describeFault(fault, job.path).message };
	}
	parentPort?.postMessage(answer);
});
