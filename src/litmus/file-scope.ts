import { constant } from "./build-expression.ts";
import { enumeratorType } from "./declarations/declare-unit.ts";
import type { Binding, LocalVariable } from "./scope.ts";
import { addressOf } from "./shared-memory.ts";
import type { ThreadLocal, Unit } from "./unit.ts";

/**
 * What a name of file scope means; undefined for one that is not declared there.
 * @param ownVariable gives a thread's variable of a name that each thread has its own of
 */
export function fileScope(
	unit: Unit,
	ownVariable: (name: string, declared: ThreadLocal) => LocalVariable,
): (name: string) => Binding | undefined {
	return (name) => {
		const own = unit.threadLocals.get(name);
		if (own) return { kind: "local", variable: ownVariable(name, own) };
		const definition = unit.functions.get(name);
		if (definition) return { kind: "function", definition };
		const variable = unit.memory.get(name);
		if (variable?.isFileScope)
			return { kind: "object", address: addressOf(variable, 0), type: variable.type };
		const value = unit.types.enumerators.get(name);
		if (value === undefined) return undefined;
		return { kind: "constant", value: { expression: constant(value), type: enumeratorType(value) } };
	};
}
