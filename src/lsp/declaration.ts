import type { Span } from "../source/span.ts";

/** What a name is declared as, in a test or a model. */
export type DeclarationKind =
	| "process"
	| "function"
	| "variable"
	/** A variable or register where the initial state gives it a value. */
	| "initial"
	| "parameter"
	| "local"
	| "type"
	| "member"
	| "enumerator"
	| "label"
	| "macro"
	/** A name that a model defines. */
	| "definition"
	| "tag";

/** A name, where it is declared and where it is known. All places are those of what was written. */
export interface Declaration {
	readonly name: string;
	readonly kind: DeclarationKind;
	/** The name itself. */
	readonly span: Span;
	/** All that declares it. */
	readonly whole: Span;
	/** Where the name is known; absent if everywhere. */
	readonly scope?: Span;
	/** Where in its scope it is not known, whatever the order of the text. */
	readonly hiddenIn?: Span;
	/** The process that it belongs to. */
	readonly process?: number;
	/** As it is written, in one line or a few: `int *x`. */
	readonly text: string;
}
