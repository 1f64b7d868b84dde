import { isPointer } from "../execution/value.ts";
import * as messages from "../source/messages-litmus.ts";
import type { Span } from "../source/span.ts";
import type { Lowering } from "./lowering.ts";
import { AFTER_ERROR, type TypedValue } from "./typed-value.ts";
import type { FunctionDefinition } from "./unit.ts";

/** The function that a pointer to one leads to; undefined, and reported, if it is not known while the code is written. */
export function calledFunction(
	{ unit, report }: Lowering,
	value: TypedValue,
	span: Span,
): FunctionDefinition | undefined {
	const { expression } = value;
	if (value === AFTER_ERROR) return undefined;
	if (expression.kind === "constant" && isPointer(expression.value)) {
		const name = unit.functionAddresses.nameAt(expression.value);
		const definition = name === undefined ? undefined : unit.functions.get(name);
		if (definition) return definition;
	}
	const isFunction = value.type.kind === "pointer" && value.type.to.kind === "function";
	report.add(isFunction ? messages.unknownFunctionPointer(span) : messages.notAFunction(span));
	return undefined;
}
