import { parentPort, workerData } from "node:worker_threads";
import type { Job } from "./job.ts";
import { programOf } from "./program-of.ts";
import { workOn } from "./work-on.ts";

// Run by `exploreInThread` alone, which gives a job. What goes wrong ends the thread, and is told by that.
const job: Job = workerData;
if (parentPort !== null)
	workOn(programOf(job.source), job, parentPort, (fault) => {
		throw fault;
	});
