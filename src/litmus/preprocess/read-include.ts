import type { SourceFile } from "../../source/span.ts";

/**
 * Reads a file that a test includes: `from` is the path of the file whose `#include "name"` it is; it is absent for
 * `#include <name>`, which means a header that comes with the checker. Undefined if there is none. A file always
 * has the same path.
 */
export type ReadInclude = (name: string, from?: string) => SourceFile | undefined;

/** What a test's text may refer to, and the values of its parameters. All is optional. */
export interface Surroundings {
	/** Without it nothing can be included. */
	readonly readInclude?: ReadInclude;
	/** Values of parameters that take the place of their defaults. */
	readonly parameters?: ReadonlyMap<string, bigint>;
}
