import type { Model } from "../../cat/model.ts";
import type { CheckOptions } from "../../checker/options.ts";
import type { CheckState } from "../../checker/sharing/check-state.ts";
import type { Program } from "../../execution/program.ts";
import type { Configuration } from "../../ringbuf-model/configuration.ts";

/** What a worker is to search, as plain data. */
export interface Job {
	/** A program without functions, or the ring that it is made from. */
	readonly source:
		| { readonly kind: "program"; readonly program: Program }
		| { readonly kind: "ring"; readonly configuration: Configuration };
	readonly model: Model;
	readonly options: CheckOptions;
	/** Megabytes that the worker may use. */
	readonly megabytes?: number;
}

/** What a worker is asked for. */
export type Order =
	/** To explore a part. */
	| { readonly kind: "explore"; readonly part: CheckState }
	/** To give a part of its own away as soon as it can. */
	| { readonly kind: "share" }
	/** To tell where it stands. */
	| { readonly kind: "tell" };

/** What a worker says of the part that it explores. Each message holds all of it, so that nothing hangs on two of them. */
export type Message =
	| { readonly kind: "stands"; readonly part: CheckState }
	| { readonly kind: "gives"; readonly part: CheckState; readonly given: CheckState }
	| { readonly kind: "ended"; readonly part: CheckState }
	/** What is asked for has been found, and the rest is not wanted. */
	| { readonly kind: "decided"; readonly part: CheckState }
	/** No more memory may be used. */
	| { readonly kind: "full"; readonly part: CheckState };
