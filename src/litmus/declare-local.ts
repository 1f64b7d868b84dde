import type { Value } from "../execution/value.ts";
import { wrap } from "../execution/wrap.ts";
import type { CType } from "./c-type.ts";
import type { Lowering } from "./lowering.ts";
import type { LocalVariable } from "./scope.ts";

/**
 * A new local variable. The first one of a name is what conditions mean by the name and starts with the
 * value that the initial state gives the register; inner ones that hide it start with 0, and so do those of
 * functions, which conditions do not see.
 */
export function declareLocal(
	lowering: Lowering,
	name: string,
	type: CType | undefined,
	start?: Value,
): LocalVariable {
	const { draft, named, registers, active } = lowering;
	const owner = active.at(-1);
	if (owner) {
		const local = draft.newLocal(`${owner.name.name}.${name}%${draft.locals.length}`, 0n);
		return { name, local, declared: type !== undefined, type };
	}
	const isFirst = !named.has(name);
	const given = (isFirst ? registers.get(name) : undefined) ?? start ?? 0n;
	const initial = typeof given === "bigint" && type?.kind === "integer" ? wrap(given, type.type) : given;
	const local = draft.newLocal(isFirst ? name : `${name}%${draft.locals.length}`, initial);
	const variable = { name, local, declared: type !== undefined, type };
	if (isFirst) named.set(name, variable);
	return variable;
}
