import type { CExpression, CStatement } from "./ast.ts";

/** The expressions that an expression is made of, in C's order of evaluation. */
export function operandsOf(expression: CExpression): readonly CExpression[] {
	switch (expression.kind) {
		case "integer":
		case "unsupported":
		case "name":
		case "sizeofType":
			return [];
		case "unary":
		case "dereference":
		case "address":
		case "step":
		case "cast":
		case "sizeofValue":
			return [expression.operand];
		case "index":
			return [expression.array, expression.index];
		case "binary":
		case "sequence":
			return [expression.left, expression.right];
		case "choose":
			return [expression.condition, expression.then, expression.otherwise];
		case "assign":
			return [expression.target, expression.value];
		case "call":
		case "effects":
			return expression.operands;
	}
}

/** The statements directly inside a statement. */
export function partsOf(statement: CStatement): readonly CStatement[] {
	switch (statement.kind) {
		case "block":
			return statement.statements;
		case "if":
			return statement.otherwise ? [statement.then, statement.otherwise] : [statement.then];
		case "for":
			return [statement.start, statement.body];
		case "while":
		case "do":
		case "switch":
		case "case":
		case "label":
			return [statement.body];
		default:
			return [];
	}
}

/** The expressions directly inside a statement. */
export function expressionsOf(statement: CStatement): readonly CExpression[] {
	switch (statement.kind) {
		case "declaration":
			return statement.declarators.flatMap((one) => (one.initializer ? [one.initializer] : []));
		case "expression":
			return [statement.expression];
		case "if":
		case "while":
		case "do":
			return [statement.condition];
		case "for":
			return [statement.condition, statement.step].filter((one) => one !== undefined);
		case "switch":
			return [statement.subject];
		case "case":
		case "return":
			return statement.value ? [statement.value] : [];
		default:
			return [];
	}
}

/** Visits a statement and all inside it, outermost first; `enter` tells whether to go into one. */
export function walkStatements(statement: CStatement, enter: (statement: CStatement) => boolean): void {
	if (!enter(statement)) return;
	for (const part of partsOf(statement)) walkStatements(part, enter);
}

/** Names that an expression assigns to, added to `names`. */
function addAssigned(expression: CExpression, names: Set<string>): void {
	const target =
		expression.kind === "assign"
			? expression.target
			: expression.kind === "step"
				? expression.operand
				: undefined;
	if (target?.kind === "name") names.add(target.name);
	for (const operand of operandsOf(expression)) addAssigned(operand, names);
}

/** The names that a statement assigns to somewhere, declarations with an initialiser aside. */
export function assignedNames(statement: CStatement): ReadonlySet<string> {
	const names = new Set<string>();
	walkStatements(statement, (part) => {
		for (const expression of expressionsOf(part)) addAssigned(expression, names);
		return true;
	});
	return names;
}
