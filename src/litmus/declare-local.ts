import type { Value } from "../execution/value.ts";
import { wrap } from "../execution/wrap.ts";
import { type CType, sameType } from "./c-type.ts";
import type { Lowering } from "./lowering.ts";
import type { LocalVariable } from "./scope.ts";

/**
 * A local variable for a declaration. The first one of a name is what conditions mean by the name and starts with the
 * value that the initial state gives the register. A later declaration of that name and type in a block beside that
 * of the first one goes on with it: the reference has one register, whichever block has run. Ones that hide it start with
 * 0, and so do those of functions, which conditions do not see.
 */
export function declareLocal(
	lowering: Lowering,
	name: string,
	type: CType | undefined,
	start?: Value,
): LocalVariable {
	const { draft, named, registers, active, scope } = lowering;
	const owner = active.at(-1);
	if (owner) {
		const local = draft.newLocal(`${owner.name.name}.${name}%${draft.locals.length}`, 0n);
		return { name, local, declared: type !== undefined, type };
	}
	const known = named.get(name);
	if (known?.type && type && scope.wasBeside(known) && sameType(known.type, type)) return known;
	const isFirst = known === undefined;
	const given = (isFirst ? registers.get(name) : undefined) ?? start ?? 0n;
	const initial = typeof given === "bigint" && type?.kind === "integer" ? wrap(given, type.type) : given;
	const local = draft.newLocal(isFirst ? name : `${name}%${draft.locals.length}`, initial);
	const variable = { name, local, declared: type !== undefined, type };
	if (isFirst) named.set(name, variable);
	return variable;
}
