import { readFileSync } from "node:fs";
import { loadModel } from "../../src/cat/load-model.ts";
import type { Model } from "../../src/cat/model.ts";
import { check } from "../../src/checker/check.ts";
import type { Verdict } from "../../src/execution/verdict.ts";
import { loadProgram } from "../../src/litmus/load-program.ts";
import type { Diagnostic } from "../../src/source/diagnostic.ts";
import type { SourceFile } from "../../src/source/span.ts";

/** The tool's own default. */
const UNROLL = 4;

const loaded = new Map<string, Model>();

/**
 * Checks one test under a model that ringlit ships, `lkmm` unless named otherwise. Throws an error that
 * lists the diagnostics if the test or the model cannot be read.
 */
export function verdictOf(file: SourceFile, modelName = "lkmm"): Verdict {
	const program = loadProgram(file);
	if (!program.ok) throw new Error(describe(program.diagnostics));
	return check(program.value, shippedModel(modelName), { unroll: UNROLL });
}

function shippedModel(name: string): Model {
	const known = loaded.get(name);
	if (known !== undefined) return known;
	const result = loadModel(modelFile(`${name}.cat`), modelFile);
	if (!result.ok) throw new Error(describe(result.diagnostics));
	loaded.set(name, result.value);
	return result.value;
}

function modelFile(name: string): SourceFile {
	const path = `models/${name}`;
	return { path, text: readFileSync(new URL(`../../${path}`, import.meta.url), "utf8") };
}

function describe(diagnostics: readonly Diagnostic[]): string {
	return diagnostics.map(({ message, span }) => `${message} (at ${span?.start ?? "?"})`).join("; ");
}
