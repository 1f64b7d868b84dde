import type { Diagnostic } from "../../source/diagnostic.ts";
import type { CheckedTest, UncheckedTest } from "../test-outcome.ts";

/** A span in a table of files: the file's place in it, and UTF-16 offsets. */
export interface PackedSpan {
	readonly file: number;
	readonly start: number;
	readonly end: number;
	readonly macro?: { readonly name: string; readonly span: PackedSpan; readonly definition: PackedSpan };
}

/** A diagnostic whose span lies in a table of files. */
export interface PackedDiagnostic extends Omit<Diagnostic, "span"> {
	readonly span?: PackedSpan;
}

/** A checked test as JSON can hold it. */
export interface PackedCheckedTest
	extends Omit<CheckedTest, "positive" | "negative" | "settings" | "warnings"> {
	/** A number, or what no number holds as a text of digits; so are the other counts and values. */
	readonly positive: number | string;
	readonly negative: number | string;
	readonly settings?: readonly { readonly name: string; readonly value: string }[];
	readonly warnings: readonly PackedDiagnostic[];
}

/** A test in error as JSON can hold it. */
export interface PackedUncheckedTest extends Omit<UncheckedTest, "diagnostics"> {
	readonly diagnostics: readonly PackedDiagnostic[];
}

/** Outcomes as JSON can hold them. */
export interface PackedOutcomes {
	/** Files that diagnostics speak of: path and text. */
	readonly files: readonly (readonly [path: string, text: string])[];
	readonly outcomes: readonly (PackedCheckedTest | PackedUncheckedTest)[];
}
