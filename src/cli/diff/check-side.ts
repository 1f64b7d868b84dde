import type { Program } from "../../execution/program.ts";
import type { Limit, Verdict } from "../../execution/verdict.ts";
import { loadProgram } from "../../litmus/load-program.ts";
import type { Findings } from "../../report/diff/findings.ts";
import type { Result } from "../../source/result.ts";
import type { SourceFile } from "../../source/span.ts";
import { describeFault } from "../describe-fault.ts";
import { describeVerdict } from "../describe-verdict.ts";
import type { Settings } from "../parse-settings.ts";
import { readSource } from "../read-source.ts";
import { searchThrough } from "../search-through.ts";
import type { Shell } from "../shell.ts";
import { surroundingsOf } from "../surroundings-of.ts";
import type { TestSide } from "./test-side.ts";

/** How far both sides are looked at. */
export interface DiffBounds {
	readonly unroll: number;
	readonly symmetry: boolean;
	/** Seconds for each side. */
	readonly timeout?: number;
	readonly set?: Settings;
	readonly I?: readonly string[];
}

/** A side with all that is known of it. */
export interface CheckedSide {
	readonly side: TestSide;
	readonly file: SourceFile;
	readonly program: Program;
	/** Reads a text as this test was read. */
	readonly load: (file: SourceFile) => Result<Program>;
	readonly findings: Findings;
}

/** Reads and checks one side; what is wrong with it, a fault of ringlit itself included, is told. */
export async function checkSide(
	side: TestSide,
	bounds: DiffBounds,
	shell: Shell,
): Promise<Result<CheckedSide>> {
	const { files, path, model } = side;
	const file = readSource(path, "a litmus test", files);
	if (!file.ok) return file;
	const surroundings = surroundingsOf({ files, modelsFolder: shell.modelsFolder }, bounds.set, bounds.I);
	const load = (source: SourceFile) => loadProgram(source, model.dialect, surroundings);
	try {
		const program = load(file.value);
		if (!program.ok) return program;
		const { unroll, symmetry, timeout } = bounds;
		const options = { unroll, symmetry, ...(timeout !== undefined && { timeoutSeconds: timeout }) };
		const verdict = await searchThrough(program.value, model.model, options, shell);
		const findings = findingsOf(verdict, program.value, { ...options, modelName: model.name, isHeld: false });
		return {
			ok: true,
			value: { side, file: file.value, program: program.value, load, findings },
			warnings: program.warnings,
		};
	} catch (fault) {
		return { ok: false, diagnostics: [describeFault(fault, path)] };
	}
}

function findingsOf(
	verdict: Verdict,
	program: Program,
	origin: Parameters<typeof describeVerdict>[2],
): Findings {
	const described = describeVerdict(verdict, program, origin);
	const { observation, states, flags, properties = [], positive, negative } = described;
	const limits: readonly Limit[] = verdict.kind === "incomplete" ? verdict.limits : [];
	const amounts = { observation, positive, negative };
	return { states, flags, properties, deadlock: verdict.deadlock, amounts, limits };
}
