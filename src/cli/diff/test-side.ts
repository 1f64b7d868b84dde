import type { NamedModel } from "../check-test.ts";
import type { Files } from "../files.ts";

/** A test on a model, as one side of a comparison. */
export interface TestSide {
	/** As the user knows it: a path, a path of a revision, a model's name. */
	readonly label: string;
	readonly path: string;
	/** Where the test and what it includes are read. */
	readonly files: Files;
	readonly model: NamedModel;
	/** The options by which the model is named on a command line. */
	readonly modelWords: readonly string[];
	/** Where it is no file that a command could read: the words that print it, and a name for that file. */
	readonly printedBy?: { readonly words: readonly string[]; readonly name: string };
}
