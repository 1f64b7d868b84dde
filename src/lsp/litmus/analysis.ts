import type { Program } from "../../execution/program.ts";
import type { Dialect } from "../../litmus/dialect.ts";
import type { LitmusTest } from "../../litmus/test-syntax.ts";
import type { SourceFile } from "../../source/span.ts";
import type { Declaration } from "../declaration.ts";
import type { PlacedDiagnostic } from "../placed-diagnostic.ts";
import type { IncludeDirective } from "./directives-of.ts";

/** What is known of a test's text, whole or broken. */
export interface TestAnalysis {
	readonly file: SourceFile;
	readonly dialect: Dialect;
	readonly diagnostics: readonly PlacedDiagnostic[];
	/** The test's file and all that it includes, by path. */
	readonly files: ReadonlyMap<string, SourceFile>;
	/** The includes of a file of the test with what they lead to. */
	includesIn(path: string): readonly (IncludeDirective & { readonly target?: string })[];
	/** What the test declares but its macros; where this text cannot be read, what is left of the last one that could. */
	readonly own: readonly Declaration[];
	/** The same with the macros of all its files. */
	readonly declarations: readonly Declaration[];
	/** The tree of this text, if it could be read. */
	readonly syntax?: LitmusTest;
	/** The program of this text, if it has no errors. */
	readonly program?: Program;
}
