import type { Setting } from "../../execution/setting.ts";
import type { Result } from "../../source/result.ts";
import type { SourceFile } from "../../source/span.ts";
import { Report } from "../report.ts";
import { Preprocessor } from "./preprocessor.ts";
import type { Surroundings } from "./read-include.ts";
import { splitLines } from "./split-lines.ts";
import { tokenize } from "./tokenize.ts";

/** A test's text without directives. */
export interface Preprocessed {
	/** The very file that was given if it has no directive; else one that was made, with its origin. */
	readonly file: SourceFile;
	/** The parameters whose value was given from outside, in the order of their declaration. */
	readonly settings: readonly Setting[];
	/** The value of a parameter that the test declares; undefined for any other name. */
	parameter(name: string): bigint | undefined;
}

function hasDirective(file: SourceFile): boolean {
	// Most tests have none, and are not taken apart.
	if (!/^[^\S\n]*#/m.test(file.text)) return false;
	return splitLines(tokenize(file)).some(({ kind }) => kind === "directive");
}

/**
 * Carries out the directives of a test: `#include`, `#define`, `#if`, `#parameter` and their like, as the C
 * preprocessor does. A text without any stays what it is, byte for byte. Linear in what the test becomes.
 */
export function preprocess(file: SourceFile, surroundings: Surroundings = {}): Result<Preprocessed> {
	const report = new Report();
	const preprocessor = new Preprocessor(surroundings, report);
	const made = hasDirective(file) ? preprocessor.run(file) : file;
	const settings = preprocessor.settings(file);
	return report.result(() => ({ file: made, settings, parameter: (name) => preprocessor.parameter(name) }));
}
