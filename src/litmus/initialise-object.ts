import type { Value } from "../execution/value.ts";
import * as messages from "../source/messages-litmus.ts";
import type { CExpression, InitializerSyntax, InitialValue } from "./ast.ts";
import type { CType } from "./c-type.ts";
import type { VariableFacts } from "./collect-variables.ts";
import type { Layout } from "./declarations/place-cells.ts";
import { InitializerWalk } from "./declarations/walk-initializer.ts";
import { stepsInto } from "./element-path.ts";
import { evaluateConstant } from "./evaluate-constant.ts";
import type { Lowering } from "./lowering.ts";
import { convertTo } from "./typed-operation.ts";
import { AFTER_ERROR } from "./typed-value.ts";

/** What the values of the initial state mean. */
export type InitialMeaning = (value: InitialValue, type: CType) => Value;

/** A value of the initial state as an initialiser; which of its expressions is which value is kept in `leaves`. */
function asInitializer(value: InitialValue, leaves: Map<CExpression, InitialValue>): InitializerSyntax {
	const { span } = value;
	if (value.kind === "list") {
		const items = value.values.map((one, index) => ({
			designators: value.designations?.[index] ?? [],
			value: asInitializer(one, leaves),
		}));
		return { kind: "list", items, span };
	}
	const expression: CExpression = { kind: "name", name: "", span };
	leaves.set(expression, value);
	return { kind: "value", expression, span };
}

/** The constant that an expression is, as a type holds it; 0, and reported, if it is none. */
export function constantValue(lowering: Lowering, expression: CExpression, type: CType): Value {
	const value = lowering.value(expression);
	if (value === AFTER_ERROR) return 0n;
	const converted = convertTo(type, value).expression;
	if (converted.kind === "constant") return converted.value;
	lowering.report.add(messages.notConstant(expression.span));
	return 0n;
}

/**
 * The first values of an object's locations: those of its declaration, then those of the initial state.
 * @param lowering evaluates constant expressions
 */
export function initialiseObject(
	facts: VariableFacts,
	type: CType,
	layout: Layout,
	lowering: Lowering,
	meaning: InitialMeaning,
): readonly Value[] {
	const values: Value[] = layout.cells.map(() => 0n);
	const leaves = new Map<CExpression, InitialValue>();
	const { report } = lowering;
	const walk = new InitializerWalk({
		report,
		evaluate: (expression) => evaluateConstant(lowering, expression),
		visit: (offset, own, expression) => {
			const index = layout.at.get(offset);
			const leaf = leaves.get(expression);
			const value = leaf ? meaning(leaf, own) : constantValue(lowering, expression, own);
			if (index !== undefined) values[index] = value;
		},
	});
	const initializer = facts.file?.declarator.initializer;
	if (initializer) walk.walk(type, 0, initializer);
	for (const { steps, value, span } of facts.settings) {
		const part = stepsInto({ type, offset: 0 }, steps, span, report);
		if (part) walk.walk(part.type, part.offset, asInitializer(value, leaves));
	}
	return values;
}
