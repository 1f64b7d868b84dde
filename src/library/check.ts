import { startCheck as start } from "../checker/start-check.ts";
import { describeVerdict } from "../cli/describe-verdict.ts";
import { searchThrough } from "../cli/search-through.ts";
import type { Limit, Verdict } from "../execution/verdict.ts";
import type { CheckedTest } from "../report/test-outcome.ts";
import type { MemoryModel } from "./memory-model.ts";
import { modelOf } from "./model-handle.ts";
import { expectNumbers, type Patience, waitingOn } from "./patience.ts";
import type { Test } from "./test.ts";
import { contentsOf } from "./test-handle.ts";

/** Bounds of a check. */
export interface CheckOptions extends Patience {
	/** Iterations of a loop that are followed: 4 by default. */
	readonly unroll?: number;
	/** Whether threads of one body are explored up to renaming: they are by default. It changes no result. */
	readonly symmetry?: boolean;
}

/**
 * What a check found, as plain data. `positive` and `negative` count the executions that satisfy the condition and those that do not: numbers as
 * long as these are exact, else a bigint, of which `JSON.stringify` wants to be told how to write it (`formatResults` does). A
 * `status` of `incomplete` is no pass: `limits` says why the search did not end.
 */
export interface CheckResult extends CheckedTest {
	/** Empty if everything was seen. */
	readonly limits: readonly Limit[];
}

/** A check that is taken a little at a time, in a thread that may not wait. */
export interface CheckRun {
	/**
	 * Goes on for about so many milliseconds.
	 * @returns whether there is nothing left to do
	 */
	advance(milliseconds: number): boolean;
	/** What is known so far; incomplete until `advance` has returned true. */
	result(): CheckResult;
}

/**
 * Checks a test on a model, and lets other events be handled every 50 ms. One test keeps one processor busy: for several at once take worker
 * threads, and let each load its own.
 *
 * @throws TypeError for handles that are copies or of another thread, RangeError for a bound that is not a number
 */
export async function check(
	test: Test,
	model: MemoryModel,
	options: CheckOptions = {},
): Promise<CheckResult> {
	const started = performance.now();
	const { program } = contentsOf(test);
	const verdict = await searchThrough(program, modelOf(model), boundsOf(options), waitingOn(options));
	return resultOf(test, model, verdict, started, options);
}

/**
 * Prepares a check that the caller drives.
 * @throws TypeError for handles that are copies or of another thread, RangeError for a bound that is not a number
 */
export function startCheck(
	test: Test,
	model: MemoryModel,
	options: Omit<CheckOptions, "signal"> = {},
): CheckRun {
	const started = performance.now();
	const run = start(contentsOf(test).program, modelOf(model), boundsOf(options));
	return {
		advance(milliseconds) {
			expectNumbers({ milliseconds });
			return run.advance(milliseconds);
		},
		result: () => resultOf(test, model, run.verdict(), started, options),
	};
}

function boundsOf({ unroll = 4, symmetry = true, timeout }: CheckOptions): Parameters<typeof start>[2] {
	expectNumbers({ unroll, timeout });
	return { unroll, symmetry, ...(timeout !== undefined && { timeoutSeconds: timeout }) };
}

function resultOf(
	test: Test,
	model: MemoryModel,
	verdict: Verdict,
	started: number,
	options: CheckOptions,
): CheckResult {
	return {
		file: test.path,
		model: model.name,
		seconds: (performance.now() - started) / 1000,
		...describeVerdict(verdict, contentsOf(test).program, {
			...boundsOf(options),
			modelName: model.name,
			isHeld: true,
		}),
		limits: verdict.kind === "incomplete" ? verdict.limits : [],
		warnings: [],
	};
}
