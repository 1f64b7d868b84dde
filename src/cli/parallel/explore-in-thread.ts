import { Worker } from "node:worker_threads";
import type { Explorer, Listener } from "./explorer.ts";
import type { Job } from "./job.ts";

/** The file that a build makes of `worker-main.ts`, beside the one that this is in. */
const FILE = "./ringlit-worker.js";

/** An explorer in a thread of its own. The process can end while it runs. */
export function exploreInThread(job: Job, listener: Listener): Explorer {
	const worker = new Worker(new URL(FILE, import.meta.url), { workerData: job });
	worker.unref();
	worker.on("message", listener.hear);
	worker.on("error", listener.lose);
	return {
		tell: (order) => worker.postMessage(order),
		close: async () => {
			await worker.terminate();
		},
	};
}
