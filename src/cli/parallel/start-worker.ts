import { Worker } from "node:worker_threads";
import type { Job } from "./job.ts";

/** The file that a build makes of `worker-main.ts`, beside the one that this is in. */
const FILE = "./ringlit-worker.js";

/** Starts a thread that explores parts of a search. The process can end while it runs. */
export function startWorker(job: Job): Worker {
	const worker = new Worker(new URL(FILE, import.meta.url), { workerData: job });
	worker.unref();
	return worker;
}
