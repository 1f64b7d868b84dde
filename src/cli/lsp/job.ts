import type { VerdictWords } from "../../lsp/word-verdict.ts";
import type { LspOptions } from "./options.ts";

/** Something that takes long, with all that is needed to do it elsewhere; can be sent between threads. */
export type Job = {
	/** The test. */
	readonly path: string;
	/** The texts of open documents by path. */
	readonly texts: Readonly<Record<string, string>>;
	readonly options: LspOptions;
} & (
	| { readonly kind: "check" }
	| {
			readonly kind: "explain";
			readonly format: "text" | "html";
			/** A property's name or `data-race`; the test's condition, if absent. */
			readonly property?: string;
	  }
);

/** What came of a job. */
export type JobAnswer =
	| { readonly kind: "verdict"; readonly verdict: VerdictWords }
	| { readonly kind: "story"; readonly content: string }
	/** Why there is no story or no verdict, as the command line would say it. */
	| { readonly kind: "refused"; readonly message: string };
