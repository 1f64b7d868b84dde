import { DEFAULT_CONFIGURATION, submitted } from "./configuration.ts";
import type { Variant } from "./variants.ts";
import { kernelWorkloads, overwriteWorkloads, userWorkloads, type Workload } from "./workloads.ts";

/** Workloads that can tell a weaker ordering from a stronger one, by name. */
const ABOUT_ORDER = new Set([
	"reused space",
	"two producers",
	"wake-ups",
	"how much there is",
	"two drain",
	"overwritten by one",
]);

/** What a variant is put to in an audit: small workloads that together run all of its orderings, each searched in seconds. */
export function auditWorkloads({ name, side, overwrites }: Variant): readonly Workload[] {
	if (side === "user") return userWorkloads(name).filter((one) => ABOUT_ORDER.has(one.name));
	if (!overwrites) return kernelWorkloads(name).filter((one) => ABOUT_ORDER.has(one.name));
	const another: Workload = {
		name: "overwritten by another",
		configuration: {
			...DEFAULT_CONFIGURATION,
			variant: name,
			tiny: true,
			size: 32,
			consumers: 0,
			records: [submitted(16)],
		},
	};
	return [...overwriteWorkloads(name).filter((one) => one.name !== "held back"), another];
}
