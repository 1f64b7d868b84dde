import type { CExpression } from "../../litmus/ast.ts";
import { callable } from "../../litmus/callable.ts";
import type { Dialect } from "../../litmus/dialect.ts";
import type { Macro } from "../../litmus/macro-table.ts";
import type { Action } from "../../litmus/primitive.ts";
import { expressionsOf, operandsOf, walkStatements } from "../../litmus/walk.ts";

/** How deep macros are followed into each other. */
const DEEPEST = 8;

/** The actions of the intrinsics that a macro is made of, in the order of its text, those of macros that it calls included. */
export function actionsOfMacro(macro: Macro, dialect: Dialect, depth = 0): readonly Action[] {
	const body = macro.body();
	if (!body.ok || depth > DEEPEST) return [];
	const actions: Action[] = [];
	const visit = (expression: CExpression): void => {
		for (const operand of operandsOf(expression)) visit(operand);
		if (expression.kind !== "call") return;
		const primitive = callable(dialect, expression);
		const other = dialect.macros?.get(expression.callee.name);
		if (primitive) actions.push(primitive.action);
		else if (other) actions.push(...actionsOfMacro(other, dialect, depth + 1));
	};
	const { value } = body;
	if (value.kind === "value") visit(value.expression);
	else {
		for (const statement of value.statements) {
			walkStatements(statement, (part) => {
				for (const expression of expressionsOf(part)) visit(expression);
				return true;
			});
		}
	}
	return actions;
}
