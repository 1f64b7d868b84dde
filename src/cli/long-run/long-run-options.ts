/** Options of commands whose search may take long. */
export interface LongRunOptions {
	/** Threads that search at once; if absent, as many as can run at once, in searches that turn out to be long. */
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
