import * as messages from "../source/messages-litmus.ts";
import { nearestNames } from "../source/nearest-names.ts";
import type { CExpression } from "./ast.ts";
import { constant } from "./build-expression.ts";
import { INT, pointerTo, VOID } from "./c-type.ts";
import { declareLocal } from "./declare-local.ts";
import type { Lowering } from "./lowering.ts";
import { pointerDeclaration } from "./pointer-declaration.ts";
import type { Binding } from "./scope.ts";
import { intConstant, type TypedValue } from "./typed-value.ts";

type NameExpression = CExpression & { kind: "name" };

/** Names that are constants unless the test declares them. */
const CONSTANTS: ReadonlyMap<string, TypedValue> = new Map([
	["NULL", { expression: constant(0n), type: pointerTo(VOID) }],
	["true", intConstant(1n)],
	["false", intConstant(0n)],
]);

/** The constant that a name is, if nothing hides it. */
export function namedConstant(lowering: Lowering, name: string): TypedValue | undefined {
	const binding = lowering.scope.find(name);
	if (binding === undefined) return CONSTANTS.get(name);
	return binding.kind === "constant" ? binding.value : undefined;
}

/** A local that all functions of a thread see. */
function perThread(lowering: Lowering, name: string): Binding {
	const owner = lowering.outermost ?? lowering;
	const known = owner.named.get(name);
	const variable = known ?? declareLocal(owner, name, INT);
	return { kind: "local", variable };
}

/**
 * What a name stands for. A name that is declared nowhere and assigned somewhere, or set in the initial
 * state, is a local all the same; any other is an error, and undefined.
 */
export function resolveName(lowering: Lowering, expression: NameExpression): Binding | undefined {
	const { name, span } = expression;
	const { scope, memory, process, report } = lowering;
	const found = scope.find(name);
	if (found) return found;
	if (name === "errno") return perThread(lowering, name);
	const shared = memory.get(name);
	if (shared && lowering.active.length === 0) {
		const declared = pointerDeclaration(shared.type);
		report.add(messages.notAParameter(name, process.number, process.parameters.length > 0, declared, span));
		return undefined;
	}
	const isImplied = lowering.assigned.has(name) && lowering.active.length === 0;
	if (!isImplied && !lowering.registers.has(name)) {
		report.add(messages.undeclaredName(name, nearestNames(name, [...scope.names(), ...memory.keys()]), span));
		return undefined;
	}
	if (!lowering.registers.has(name)) report.add(messages.undeclaredLocal(name, process.number, span));
	const binding: Binding = { kind: "local", variable: declareLocal(lowering, name, undefined) };
	scope.declareOutermost(name, binding);
	return binding;
}
