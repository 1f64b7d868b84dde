/** The options by which `ringlit check` is told of a kernel tree's model; each is a file but for the last two. */
export interface TreeOptions {
	/** A configuration that names the others. */
	readonly conf?: string;
	readonly cat?: string;
	readonly bell?: string;
	readonly macros?: string;
	/** Names of variants, commas between. */
	readonly variant?: string;
	/** Folders in which files are looked for beyond the usual places. */
	readonly I?: readonly string[];
}
