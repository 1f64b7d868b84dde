import type { DocumentFormat } from "../report/gate/document-formats.ts";
import type { ColorChoice } from "./is-colored.ts";
import type { TreeOptions } from "./kernel-tree/tree-options.ts";
import type { LongRunOptions } from "./long-run/long-run-options.ts";
import type { Settings } from "./parse-settings.ts";
import type { Shard } from "./parse-shard.ts";

/** The options of `ringlit check`, each with its default filled in. */
export interface CheckCommandOptions extends TreeOptions, LongRunOptions {
	/** One, or several with commas between. */
	readonly model?: string;
	readonly unroll: number;
	/** Values of tests' parameters. */
	readonly set?: Settings;
	/** Seconds a test and model. */
	readonly timeout?: number;
	readonly format: "text" | DocumentFormat;
	/** A file for the report; standard output then has the text. */
	readonly output?: string;
	readonly filter?: string;
	readonly bail: boolean;
	/** Whether threads of one body are explored up to renaming. */
	readonly symmetry: boolean;
	readonly color: ColorChoice;
	/** The part of the tests that is checked. */
	readonly shard?: Shard;
	/** Threads that check tests at the same time, as many as pay if absent; of one test, threads that search. */
	readonly jobs?: number;
	/** Whether verdicts of earlier runs are used, and models as they were read then (the default). */
	readonly cache?: boolean;
	/** Only what has changed since a revision of git; `true` for the last commit. */
	readonly changed?: string | true;
	/** Whether the paths are part of what was asked for, so that the filter may leave nothing of them. */
	readonly isRound?: boolean;
	/** Whether to check again what changes, until the user ends it. */
	readonly watch?: boolean;
	/** Whether to write missing `Result:` comments. */
	readonly update?: boolean;
	/** Whether to do so without asking. */
	readonly yes?: boolean;
	/** The file of defaults that the options were filled in from. */
	readonly configuration?: string;
}
