import { parentPort, workerData } from "node:worker_threads";
import { workOn } from "./work-on.ts";

// Run by `startWorker` alone, which gives a job.
if (parentPort !== null) workOn(workerData, parentPort);
