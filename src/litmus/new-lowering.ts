import * as messages from "../source/messages-litmus.ts";
import type { CExpression, CStatement } from "./ast.ts";
import { lowerCall } from "./lower-call.ts";
import { lowerConditionJump } from "./lower-condition-jump.ts";
import { lowerPlace } from "./lower-place.ts";
import { lowerStatement } from "./lower-statement.ts";
import { lowerEffect, lowerValue } from "./lower-value.ts";
import type { Lowering, LoweringState } from "./lowering.ts";
import type { LabelTarget, StatementLowering } from "./statement-lowering.ts";
import type { TypedValue } from "./typed-value.ts";
import type { FunctionDefinition } from "./unit.ts";
import { walkStatements } from "./walk.ts";

/** How functions are inlined: given from outside, since that lowers bodies again. */
export type Inline = (
	lowering: Lowering,
	definition: FunctionDefinition,
	operands: readonly TypedValue[],
	source: CExpression,
) => TypedValue | undefined;

function labelsOf(state: LoweringState, body: CStatement): ReadonlyMap<string, LabelTarget> {
	const labels = new Map<string, LabelTarget>();
	walkStatements(body, (statement) => {
		if (statement.kind !== "label") return true;
		const { name, span } = statement.label;
		if (labels.has(name)) state.report.add(messages.duplicateLabel(name, span));
		else labels.set(name, { statement, id: state.draft.newLabel() });
		return true;
	});
	return labels;
}

/**
 * What is needed to lower one body. Its code is emitted by `flow.lower(body)`; then the label `flow.exit` is to be
 * placed.
 * @param returns what a `return` does with its value before it jumps to the exit; whether it must jump
 */
export function newLowering(
	state: LoweringState,
	body: CStatement,
	inline: Inline,
	returns: (lowering: Lowering, value: CExpression | undefined) => boolean,
): { readonly lowering: Lowering; readonly flow: StatementLowering } {
	const lowering: Lowering = {
		...state,
		value: (expression) => lowerValue(lowering, expression),
		effect: (expression) => lowerEffect(lowering, expression),
		place: (expression) => lowerPlace(lowering, expression),
		condition: (expression, whenTrue, whenFalse) =>
			lowerConditionJump(lowering, expression, whenTrue, whenFalse),
		call: (expression) => lowerCall(lowering, expression),
		inline: (definition, operands, source, isInterrupt = lowering.isInterrupt) =>
			inline({ ...lowering, isInterrupt }, definition, operands, source),
		statement: (statement) => flow.lower(statement),
	};
	const flow: StatementLowering = {
		lowering,
		labels: labelsOf(state, body),
		cases: new Map(),
		breaks: [],
		continues: [],
		exit: state.draft.newLabel(),
		returns: (value) => returns(lowering, value),
		lower: (statement) => lowerStatement(flow, statement),
	};
	return { lowering, flow };
}
