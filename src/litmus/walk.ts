import type { CExpression, CStatement, InitializerSyntax } from "./ast.ts";

/** The expressions that an expression is made of, in C's order of evaluation. */
export function operandsOf(expression: CExpression): readonly CExpression[] {
	switch (expression.kind) {
		case "integer":
		case "unsupported":
		case "name":
		case "sizeofType":
		case "type":
			return [];
		case "unary":
		case "dereference":
		case "address":
		case "step":
		case "cast":
		case "sizeofValue":
		case "member":
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
		case "callThrough":
			return [expression.callee, ...expression.operands];
		case "statements":
			return expression.statements.flatMap(deepExpressionsOf);
	}
}

/** The expressions of a statement and of those inside it. */
function deepExpressionsOf(statement: CStatement): readonly CExpression[] {
	return [...expressionsOf(statement), ...partsOf(statement).flatMap(deepExpressionsOf)];
}

/** The expressions that an initialiser is made of. */
export function expressionsIn(initializer: InitializerSyntax): readonly CExpression[] {
	if (initializer.kind === "value") return [initializer.expression];
	return initializer.items.flatMap(({ value }) => expressionsIn(value));
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
			return statement.declarators.flatMap((one) => (one.initializer ? expressionsIn(one.initializer) : []));
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

/** What an expression assigns to; with `addresses` also what it takes the address of. */
function targetOf(expression: CExpression, addresses: boolean): CExpression | undefined {
	if (expression.kind === "assign") return expression.target;
	if (expression.kind === "step" || (addresses && expression.kind === "address")) return expression.operand;
	return undefined;
}

function addTargets(expression: CExpression, addresses: boolean, names: Set<string>): void {
	const target = targetOf(expression, addresses);
	if (target?.kind === "name") names.add(target.name);
	for (const operand of operandsOf(expression)) addTargets(operand, addresses, names);
}

function targetNames(statement: CStatement, addresses: boolean): ReadonlySet<string> {
	const names = new Set<string>();
	walkStatements(statement, (part) => {
		for (const expression of expressionsOf(part)) addTargets(expression, addresses, names);
		return true;
	});
	return names;
}

/** The names that a statement assigns to somewhere, declarations with an initialiser aside. */
export function assignedNames(statement: CStatement): ReadonlySet<string> {
	return targetNames(statement, false);
}

/** The names that a statement assigns to or takes the address of somewhere: what may change after its declaration. */
export function changedNames(statement: CStatement): ReadonlySet<string> {
	return targetNames(statement, true);
}
