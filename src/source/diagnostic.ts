import type { Span } from "./span.ts";

/** Something to tell the user about a text: what, where, and what to do about it. */
export interface Diagnostic {
	/** Stable name of the kind of problem, as the catalogue of messages lists it. */
	readonly code: string;
	readonly severity: "error" | "warning";
	readonly message: string;
	/** Absent where no text is at fault, such as an unreadable file. */
	readonly span?: Span;
	/** One sentence that says how to mend it. */
	readonly hint?: string;
}
