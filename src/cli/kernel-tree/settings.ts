/** The variants of the memory model that kernel trees come with: which one, their files know. */
export type Variant = "lkmmv1" | "lkmmv2";

/** What a run is told by its options and its configuration file. Files are paths that lead to them. */
export interface Settings {
	/** A path, or a shipped model's name. */
	readonly model?: string;
	readonly bell?: string;
	readonly macros?: string;
	/** In the order in which they were given. */
	readonly variants?: readonly Variant[];
	readonly unroll?: number;
	/** Seconds a test. */
	readonly timeout?: number;
	/** Whether the first test in error ends the run. */
	readonly stopAtError?: boolean;
}
