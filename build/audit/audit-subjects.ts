import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { auditWorkloads } from "../../src/ringbuf-model/audit-workloads.ts";
import { VARIANTS } from "../../src/ringbuf-model/variants.ts";
import { createTrialKey } from "../answers/trial-key.ts";

/** What docs/audit.md tells of. */
export interface AuditSubject {
	readonly name: string;
	readonly kind: "test" | "variant";
	/** Names all that its audit hangs on. */
	readonly key: string;
}

/** What was found of a subject. */
export interface AuditEntry extends AuditSubject {
	readonly text: string;
}

/** Tests of the suite that are told of, below the repository's root. */
const TESTS: readonly string[] = [
	"litmus/bpf-rb/payload/bpf-rb-2p1c-bounded-1-payload.litmus",
	"litmus/bpf-rb/recycling/bpf-rb-consumer-pos-release-recycled.litmus",
	"litmus/bpf-rb/recycling/bpf-rb-consumer-pos-once-recycled.litmus",
];

/** Code that says what is changed into what, and what it costs. */
const CHANGES: readonly string[] = ["alternatives-of.ts", "change-program.ts", "costs.ts", "rewrite.ts"];

/**
 * All subjects with their keys: the sources, the workloads, the models and the code of the properties and of the changes are part of them, the search is not.
 * @param root of the repository
 */
export function auditSubjects(root: URL): readonly AuditSubject[] {
	const trialKey = createTrialKey(root);
	const changes = CHANGES.map((file) => readFileSync(new URL(`src/audit/${file}`, root), "utf8"));
	const keyOf = (facts: unknown): string =>
		createHash("sha256")
			.update(JSON.stringify([changes, facts]))
			.digest("hex")
			.slice(0, 16);
	// The models are in the key of any trial.
	const ring = (workloads: ReturnType<typeof auditWorkloads>): readonly string[] =>
		workloads.map(({ name, configuration }) =>
			trialKey({ label: name, configuration, properties: [], models: ["lkmm"] }, "lkmm", false),
		);
	const models = ring(auditWorkloads(VARIANTS[0]));
	return [
		...TESTS.map((name): AuditSubject => {
			const text = readFileSync(new URL(name, root), "utf8");
			return { name, kind: "test", key: keyOf([text, models]) };
		}),
		// Newest first; what a variant without a check orders is what the one with it does.
		...VARIANTS.filter(({ defines }) => !defines.includes("NO_TOTAL_CHECK"))
			.reverse()
			.map((variant): AuditSubject => {
				return { name: variant.name, kind: "variant", key: keyOf(ring(auditWorkloads(variant))) };
			}),
	];
}
