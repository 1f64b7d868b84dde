import { ATOMIC_BUILTINS } from "./helpers/atomic-builtins.ts";
import { CHECKING_HELPERS, TRACE_HELPER } from "./helpers/checking-helpers.ts";
import type { Call, Helper } from "./helpers/helper.ts";
import { REWRITTEN_HELPERS } from "./helpers/rewritten-helpers.ts";
import { VALUE_HELPERS } from "./helpers/value-helpers.ts";
import type { Lowering } from "./lowering.ts";
import { PRIMITIVES } from "./primitives.ts";

const HELPERS: readonly ReadonlyMap<string, Helper>[] = [
	CHECKING_HELPERS,
	REWRITTEN_HELPERS,
	VALUE_HELPERS,
	ATOMIC_BUILTINS,
];

/** The helper that a call is of: nothing in the test, and no primitive, has its name. */
export function helperFor({ scope, dialect }: Lowering, call: Call): Helper | undefined {
	const { name } = call.callee;
	if (call.tags !== undefined || call.operator !== undefined || scope.find(name)) return undefined;
	if (dialect.macros === undefined && PRIMITIVES.has(name)) return undefined;
	return helperNamed(name);
}

/** The helper of a name, whatever else has that name. */
export function helperNamed(name: string): Helper | undefined {
	for (const helpers of HELPERS) {
		const helper = helpers.get(name);
		if (helper) return helper;
	}
	return name.startsWith("trace_") ? TRACE_HELPER : undefined;
}

/** The names of all helpers, for those who look for the nearest. */
export function helperNames(): readonly string[] {
	return HELPERS.flatMap((helpers) => [...helpers.keys()]);
}
