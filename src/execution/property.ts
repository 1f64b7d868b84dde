import type { Span } from "../source/span.ts";
import type { NotedExecution } from "./noted-execution.ts";
import type { Proposition } from "./proposition.ts";

/** What all properties have. */
interface Named {
	/** Distinct in a program. */
	readonly name: string;
	readonly span?: Span;
}

/** Something that must not happen in any execution. */
export type Property = Named &
	/** An `assert` instruction names it. */
	(
		| { readonly kind: "assertion" }
		/** It happens where the proposition is true of the final state. */
		| { readonly kind: "final"; readonly proposition: Proposition }
		/**
		 * It happens where the predicate is true, or says in a sentence how. It must not tell threads of one code apart by their numbers: of
		 * executions that are the same up to renaming those, one is shown to it.
		 */
		| { readonly kind: "noted"; readonly happens: (execution: NotedExecution) => boolean | string }
		/** A thread waits for ever for a lock that it holds itself. */
		| { readonly kind: "hang" }
		/** C gives a step no meaning, such as an access outside of every object. */
		| { readonly kind: "undefined" }
		/** A flag of the model, such as that of data races. */
		| { readonly kind: "flag"; readonly flag: string }
	);
