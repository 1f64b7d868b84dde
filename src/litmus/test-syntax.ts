import type { Expectation } from "../execution/program.ts";
import type { SourceFile } from "../source/span.ts";
import type { External, InitialEntry, Name, Process, WrittenProcess } from "./ast.ts";
import type { QuestionSyntax } from "./condition-syntax.ts";

/** A test as its text has it. */
export type WrittenTest = Omit<LitmusTest, "expectation" | "processes"> & {
	readonly processes: readonly WrittenProcess[];
};

/** A whole test, with what its `Result:` comment promises. */
export interface LitmusTest {
	readonly file: SourceFile;
	readonly name: Name;
	/** The text between the quotation marks after the name. */
	readonly description?: string;
	readonly initial: readonly InitialEntry[];
	/** Declarations of C, in the text's order. */
	readonly externals: readonly External[];
	readonly processes: readonly Process[];
	readonly questions: readonly QuestionSyntax[];
	readonly expectation?: Expectation;
}
