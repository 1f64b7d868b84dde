/** A text that positions refer to: a litmus test, a model, a grammar's example. */
export interface SourceFile {
	/** The path as the user named it, or a made-up name in angle brackets. */
	readonly path: string;
	readonly text: string;
}

/** The half-open range `[start, end)` of UTF-16 offsets in one source file. */
export interface Span {
	readonly file: SourceFile;
	readonly start: number;
	readonly end: number;
}
