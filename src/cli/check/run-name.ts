import { createHash } from "node:crypto";
import packageFile from "../../../package.json" with { type: "json" };
import { BUILD_ID } from "../build-id.ts";
import type { NamedModel } from "../check-test.ts";
import type { CheckPlan } from "../jobs/check-plan.ts";
import type { Selection } from "../select-tests.ts";

/** Names a run by all that its parts must have in common to be put together. 64 hexadecimal digits. */
export function nameRun(
	{ set, ...plan }: CheckPlan,
	models: readonly NamedModel[],
	selections: readonly Selection[],
	parts: number,
): string {
	const facts = [
		BUILD_ID ?? packageFile.version,
		{ ...plan, cache: true },
		[...(set ?? [])].map(([name, value]) => [name, String(value)]),
		models.map(({ name, origin }) => [name, origin?.digest]),
		selections.map(({ path }) => path),
		parts,
	];
	return createHash("sha256").update(JSON.stringify(facts)).digest("hex");
}
