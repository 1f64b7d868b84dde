import type { Result } from "../source/result.ts";
import type { SourceFile, Span } from "../source/span.ts";
import type { CExpression, CStatement } from "./ast.ts";

/** What a macro stands for. Spans in it are of no file that is known to anybody. */
export type MacroBody =
	| { readonly kind: "value"; readonly expression: CExpression }
	| { readonly kind: "statements"; readonly statements: readonly CStatement[] };

/** A macro that a test may call. */
export interface Macro {
	readonly name: string;
	/** The name where it is defined. */
	readonly span: Span;
	readonly parameters: readonly string[];
	/** Its body, which is parsed when it is first asked for. */
	body(): Result<MacroBody>;
}

/** The macros of a file. */
export interface MacroTable {
	readonly file: SourceFile;
	get(name: string): Macro | undefined;
	names(): Iterable<string>;
}
