import { describeFault } from "../cli/describe-fault.ts";
import type { Program } from "../execution/program.ts";
import { loadProgram } from "../litmus/load-program.ts";
import type { Surroundings } from "../litmus/preprocess/read-include.ts";
import type { Result } from "../source/result.ts";
import type { SourceFile } from "../source/span.ts";
import { type Includes, includedTexts } from "./included-texts.ts";
import type { Test } from "./test.ts";
import { makeTest } from "./test-handle.ts";

/** What a test's text stands in. */
export interface LoadTestOptions {
	/** What diagnostics call the file; `<test>` by default. */
	readonly path?: string;
	/** Values of parameters that the test declares with `#parameter`. */
	readonly parameters?: Readonly<Record<string, bigint | number>>;
	readonly includes?: Includes;
}

/**
 * Reads a litmus test. What is wrong with it is not thrown but told in the result, by diagnostics that `formatDiagnostic` words.
 * @throws RangeError for a parameter that is no whole number
 */
export function loadTest(text: string, options: LoadTestOptions = {}): Result<Test> {
	const { path = "<test>", parameters = {}, includes } = options;
	const file: SourceFile = { path, text };
	const surroundings: Surroundings = {
		readInclude: includedTexts(includes),
		parameters: new Map(Object.entries(parameters).map(([name, value]) => [name, BigInt(value)])),
	};
	const load = (source: SourceFile) => loadProgram(source, {}, surroundings);
	let loaded: Result<Program>;
	try {
		loaded = load(file);
	} catch (fault) {
		return { ok: false, diagnostics: [describeFault(fault, path)] };
	}
	if (!loaded.ok) return loaded;
	return { ...loaded, value: makeTest({ program: loaded.value, file, load }) };
}
