import type { Model } from "../../src/cat/model.ts";
import {
	kernelWorkloads,
	overwriteWorkloads,
	userWorkloads,
	type Workload,
} from "../../src/ringbuf-model/workloads.ts";
import { checkWorkload } from "./check-workload.ts";

/** What a variant is put to. */
export interface Subject {
	readonly workloads: readonly Workload[];
	/**
	 * The properties that happen in a workload with the sources as they are. Looked for once.
	 * @throws Error if that search does not end: nothing could be told of mutants then
	 */
	usualIn(workload: Workload): readonly string[];
}

/**
 * A variant's workloads.
 * @param timeout seconds for finding out what is usual in one of them
 */
export function subjectOf(variant: string, model: Model, timeout: number): Subject {
	const known = new Map<Workload, readonly string[]>();
	return {
		workloads: workloadsOf(variant),
		usualIn(workload) {
			let usual = known.get(workload);
			if (usual === undefined) {
				const seen = checkWorkload(workload.configuration, model, { timeout, enough: timeout });
				if (!seen.isComplete) throw new Error(`${variant}, ${workload.name}: not all was seen`);
				usual = seen.unusual;
				known.set(workload, usual);
			}
			return usual;
		},
	};
}

function workloadsOf(variant: string): readonly Workload[] {
	if (variant.startsWith("user")) return userWorkloads(variant);
	return variant.startsWith("overwrite") ? overwriteWorkloads(variant) : kernelWorkloads(variant);
}
