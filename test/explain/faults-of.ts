import type { Model } from "../../src/cat/model.ts";
import type { Program } from "../../src/execution/program.ts";
import type { Proposition } from "../../src/execution/proposition.ts";
import type { WhyForbidden } from "../../src/explain/why-forbidden.ts";
import { judge, NaiveEvaluator } from "../cat/naive-evaluator.ts";
import { handBuiltOf } from "./hand-built-of.ts";
import { satisfies } from "./satisfies.ts";
import { EdgeVerifier } from "./verify-edge.ts";

/** What is wrong with a reason why an outcome is forbidden, by independent means. */
export function faultsOf(
	program: Program,
	model: Model,
	outcome: Proposition,
	why: WhyForbidden & { kind: "broken" },
): string[] {
	const built = handBuiltOf(why.execution);
	const verifier = new EdgeVerifier(model, new NaiveEvaluator(built));
	const faults = why.cycles.flatMap((cycle) => verifier.faultsOf(cycle));
	const forbidden = judge(model, built).forbidden.join();
	const claimed = why.cycles.map(({ axiom }) => axiom).join();
	if (forbidden !== claimed) faults.push(`breaks ${forbidden}, not ${claimed}`);
	if (satisfies(program, why.execution.state, outcome) === false)
		faults.push(`ends with ${why.execution.state}`);
	return faults;
}
