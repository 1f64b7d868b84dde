import type { Job, JobAnswer } from "./job.ts";

/** Does a job elsewhere; undefined if the signal gave it up, or it came to grief. */
export type RunJobs = (job: Job, signal: AbortSignal) => Promise<JobAnswer | undefined>;
