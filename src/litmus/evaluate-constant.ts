import * as messages from "../source/messages-litmus.ts";
import type { CExpression } from "./ast.ts";
import type { Lowering } from "./lowering.ts";
import { AFTER_ERROR } from "./typed-value.ts";

/** The value of an expression that must be a constant integer; undefined, and reported, if it is none. */
export function evaluateConstant(lowering: Lowering, expression: CExpression): bigint | undefined {
	const value = lowering.value(expression);
	if (value === AFTER_ERROR) return undefined;
	if (value.expression.kind === "constant" && typeof value.expression.value === "bigint") {
		return value.expression.value;
	}
	lowering.report.add(messages.notConstant(expression.span));
	return undefined;
}
