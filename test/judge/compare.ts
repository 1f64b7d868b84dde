import type { Model } from "../../src/cat/model.ts";
import { check } from "../../src/checker/check.ts";
import type { Program } from "../../src/execution/program.ts";
import type { Verdict } from "../../src/execution/verdict.ts";
import type { Axioms } from "./axioms.ts";
import { judge } from "./judge.ts";

/** Iterations of a loop that both sides go through. */
const UNROLL = 2;

/** Choices after which a random test is passed over as too big for the judge. */
const MOST_CANDIDATES = 20_000;

const UNDEFINED = "undefined-behaviour";

/** How the checker's verdict on a program stands to the judge's. */
export type Comparison =
	/** `happening` are the names of the program's properties that happen. */
	| { readonly kind: "agree"; readonly happening: readonly string[] }
	/** The judge would take too long. */
	| { readonly kind: "too big" }
	| { readonly kind: "disagree"; readonly checker: string; readonly judge: string };

/**
 * Judges a program with both. Where the checker's verdict is complete, all that the two count and list
 * must be equal, and the judge must not have met the loop bound; where it is incomplete, what it lists
 * must at least be true. Where nobody asks for threads that break, the checker need not find a step without a
 * meaning beside which another thread waits for ever, but if it does, there must be one.
 *
 * @param axioms the model as the judge has it; the Linux kernel's, if absent
 * @param mostCandidates choices of rf and co after which the judge gives up
 */
export function compare(
	program: Program,
	model: Model,
	axioms?: Axioms,
	mostCandidates = MOST_CANDIDATES,
): Comparison {
	const expected = judge(program, { unroll: UNROLL, mostCandidates }, axioms);
	if (expected === undefined) return { kind: "too big" };
	const verdict = check(program, model, { unroll: UNROLL });
	const { positive, negative, states } = verdict;
	const flags = [...verdict.flags];
	if (flags.includes(UNDEFINED) && !expected.flags.includes(UNDEFINED)) {
		const asked = judge(asking(program), { unroll: UNROLL, mostCandidates }, axioms);
		if (asked === undefined) return { kind: "too big" };
		if (asked.flags.includes(UNDEFINED)) flags.splice(flags.indexOf(UNDEFINED), 1);
	}
	const happening = verdict.properties.map(({ happens }) => happens);
	if (
		verdict.kind === "incomplete" &&
		states.every((state) => expected.states.includes(state)) &&
		happening.every((happens, index) => !happens || expected.happening[index])
	)
		return { kind: "agree", happening: namesOf(verdict) };
	const print = (findings: object): string => JSON.stringify(findings, null, "\t");
	const actual = print({
		positive,
		negative,
		states,
		flags,
		happening,
		complete: verdict.kind !== "incomplete",
	});
	const wanted = print({
		positive: expected.positive,
		negative: expected.negative,
		states: expected.states,
		flags: expected.flags,
		happening: expected.happening,
		complete: !expected.cut,
	});
	if (actual !== wanted) return { kind: "disagree", checker: actual, judge: wanted };
	const { quantifier } = program;
	const condition =
		quantifier === "exists" ? positive > 0 : quantifier === "forall" ? negative === 0 : positive === 0;
	const holds = condition && !happening.includes(true);
	if (holds === (verdict.kind === "holds")) return { kind: "agree", happening: namesOf(verdict) };
	return { kind: "disagree", checker: verdict.kind, judge: holds ? "holds" : "violated" };
}

/** The program with a property of steps without a meaning: others then may wait for ever beside one. */
function asking(program: Program): Program {
	const { properties = [] } = program;
	return { ...program, properties: [...properties, { kind: "undefined", name: "asked for" }] };
}

function namesOf({ properties }: Verdict): string[] {
	return properties.flatMap(({ name, happens }) => (happens ? [name] : []));
}
