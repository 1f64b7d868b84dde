import type { Model } from "../../src/cat/model.ts";
import type { Mutant } from "../../src/ringbuf-model/mutants.ts";
import { editedWorkload } from "../../src/ringbuf-model/workloads.ts";
import { type Bounds, checkWorkload } from "./check-workload.ts";
import type { Subject } from "./subject.ts";

/** What came of a mutant. */
export type Fate =
	/** Something happens that does not happen without it. */
	| {
			readonly kind: "caught";
			readonly workload: string;
			readonly properties: readonly string[];
			/** Executions in which it was looked for; absent where the search did not end. */
			readonly executions?: number;
	  }
	/** Nothing does, in all executions of all workloads. */
	| { readonly kind: "survived"; readonly executions: number }
	/** Nothing was met, but these searches did not end. */
	| { readonly kind: "undecided"; readonly workloads: readonly string[] };

/** Puts a mutant to its variant's workloads, one after the other until one notices. */
export function runMutant({ edit }: Mutant, subject: Subject, model: Model, bounds: Bounds): Fate {
	const open: string[] = [];
	let executions = 0;
	for (const workload of subject.workloads) {
		const { name, configuration } = editedWorkload(workload, [edit]);
		const seen = checkWorkload(configuration, model, bounds, subject.usualIn(workload));
		if (seen.unusual.length > 0) {
			const count = seen.isComplete ? { executions: seen.executions } : {};
			return { kind: "caught", workload: name, properties: seen.unusual, ...count };
		}
		if (!seen.isComplete) open.push(name);
		executions += seen.executions;
	}
	return open.length > 0 ? { kind: "undecided", workloads: open } : { kind: "survived", executions };
}
