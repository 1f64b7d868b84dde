/** Options of commands whose search may take long. */
export interface LongRunOptions {
	/** Searches that run at once. */
	readonly jobs?: number;
	/** Seconds after which the search stops with what it knows. */
	readonly timeout?: number;
	/** Megabytes that the searches may use together. */
	readonly maxMemory?: number;
	/** The file that is to say where the search stands. */
	readonly checkpoint?: string;
	/** Seconds between two writings of it. */
	readonly checkpointEvery?: number;
	/** The file that says where the search is to go on. */
	readonly resume?: string;
}

/** Whether anything is asked for that a plain search does not do. */
export function isLongRun({ jobs, maxMemory, checkpoint, resume }: LongRunOptions): boolean {
	return [maxMemory, checkpoint, resume].some((option) => option !== undefined) || (jobs ?? 1) > 1;
}
