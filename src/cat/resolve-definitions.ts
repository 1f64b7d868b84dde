import { reportDuplicates } from "./bind-pattern.ts";
import type { CatValue, Scope } from "./cat-value.ts";
import type { Resolution } from "./resolution.ts";
import { resolveRecursion } from "./resolve-recursion.ts";
import type { Binding } from "./syntax.ts";

function meaningOf(resolution: Resolution, binding: Binding, scope: Scope): CatValue {
	const { parameters, body } = binding;
	if (parameters === undefined) return resolution.resolve(body, scope);
	reportDuplicates(resolution, parameters);
	return { kind: "function", parameters: parameters.map((name) => name.text), body, scope };
}

/**
 * The scope after the definitions of one `let`. Without `rec`, all of them see `scope` alone. Sets and
 * relations that get a name stay whole nodes where they are used.
 */
export function defineAll(
	resolution: Resolution,
	bindings: readonly Binding[],
	recursive: boolean,
	scope: Scope,
): Scope {
	reportDuplicates(
		resolution,
		bindings.map((binding) => binding.name),
	);
	const values = recursive
		? resolveRecursion(resolution, bindings, scope)
		: bindings.map((binding) => meaningOf(resolution, binding, scope));
	return scope.withMutations((after) => {
		for (const [index, binding] of bindings.entries()) {
			const value = values[index];
			if (value.kind === "node") resolution.table.name(value.node);
			after.set(binding.name.text, value);
		}
	});
}
