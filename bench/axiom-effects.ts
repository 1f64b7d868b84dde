import type { Model } from "../src/cat/model.ts";
import { startCheck } from "../src/checker/start-check.ts";
import type { Program } from "../src/execution/program.ts";
import type { Verdict } from "../src/execution/verdict.ts";

/** Loop iterations that are followed: enough for what the tests promise. */
const UNROLL = 2;

/** Milliseconds between two looks at what was found. */
const SLICE = 5;

/** The names of the tests whose verdict each axiom of a model is needed for, by the axiom's name. */
export function axiomEffects(
	model: Model,
	programs: readonly Program[],
): ReadonlyMap<string, readonly string[]> {
	const forbidding = model.axioms.filter(({ flag }) => !flag);
	const whole = new Map(programs.map((program) => [program, verdictOf(program, model, undefined)]));
	return new Map(
		forbidding.map((axiom) => {
			const without = { ...model, axioms: model.axioms.filter((other) => other !== axiom) };
			const changed = programs.filter((program) => {
				const known = whole.get(program);
				return known !== undefined && differs(known, verdictOf(program, without, known));
			});
			return [axiom.name, changed.map(({ name }) => name)];
		}),
	);
}

/** A verdict, or what was found when that was first seen to differ from another one. */
function verdictOf(program: Program, model: Model, other: Verdict | undefined): Verdict {
	const run = startCheck(program, model, { unroll: UNROLL });
	while (!run.advance(SLICE)) {
		const found = run.verdict();
		if (other !== undefined && exceeds(found, other)) return found;
	}
	return run.verdict();
}

/** Whether there are executions, or flags, that the other verdict has not. */
function exceeds(found: Verdict, other: Verdict): boolean {
	return (
		found.positive > other.positive ||
		found.negative > other.negative ||
		found.flags.some((flag) => !other.flags.includes(flag))
	);
}

function differs(one: Verdict, other: Verdict): boolean {
	return exceeds(one, other) || exceeds(other, one);
}
