import type { Span } from "../source/span.ts";

/** A place that has to do with a diagnostic, and what. */
export interface RelatedPlace {
	readonly span: Span;
	readonly message: string;
}

/** A diagnostic at the place in a file where an editor is to show it. */
export interface PlacedDiagnostic {
	readonly code: string;
	readonly severity: "error" | "warning";
	/** With the hint, where there is one, in a line of its own. */
	readonly message: string;
	readonly span: Span;
	readonly related: readonly RelatedPlace[];
}
