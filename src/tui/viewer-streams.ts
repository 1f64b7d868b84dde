/** The terminal that a story is stepped through on. */
export interface ViewerStreams {
	/** Where keys come from; must be a terminal. */
	readonly stdin: NodeJS.ReadStream;
	/** Must be a terminal. */
	readonly stdout: NodeJS.WriteStream;
	readonly isColored: boolean;
	/** Ends the viewing when it is aborted: on an interrupt that the program takes itself, say. */
	readonly signal?: AbortSignal;
}
