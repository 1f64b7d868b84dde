/** A text that positions refer to: a litmus test, a model, a grammar's example. */
export interface SourceFile {
	/** The path as the user named it, or a made-up name in angle brackets. */
	readonly path: string;
	readonly text: string;
	/**
	 * Of a text that was made from files: where its parts come from, in order and without gaps. Places that a user
	 * is to see go through `originalSpan`.
	 */
	readonly origin?: readonly OriginPiece[];
}

/** The half-open range `[start, end)` of UTF-16 offsets in one source file. */
export interface Span {
	readonly file: SourceFile;
	readonly start: number;
	readonly end: number;
}

/** A part of a made text; it ends where the next one starts. */
export interface OriginPiece {
	/** Offset in the made text. */
	readonly start: number;
	/** What was written: where `isCopy`, the same characters; else what was replaced by this part. */
	readonly from: Span;
	readonly isCopy: boolean;
	/** Where a macro had a part in it: the outermost one. */
	readonly macro?: MacroUse;
}

/** A use of a macro in a file that a person wrote. */
export interface MacroUse {
	readonly name: string;
	/** From the macro's name to the end of its arguments. */
	readonly span: Span;
	/** Its name where it is defined. */
	readonly definition: Span;
}
