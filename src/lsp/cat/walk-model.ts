import type { Binding, Expression, Name, Pattern, Statement } from "../../cat/syntax.ts";
import type { Span } from "../../source/span.ts";

/** How a model's text binds a name. */
export interface Bound {
	/** How far the name is known; undefined for the rest of the model. */
	readonly scope: Span | undefined;
	/** The name with what it is bound to. */
	readonly whole: Span;
	readonly isTag?: boolean;
	/** Where in its scope it is not known: in what it is bound to without recursion. */
	readonly hiddenIn?: Span;
}

/** Is told of each name that a model's text binds. */
export type BoundName = (name: Name, bound: Bound) => void;

function joined(from: Span, to: Span): Span {
	return { ...from, end: Math.max(from.end, to.end) };
}

/** Visits the names that an expression binds inside itself. */
function walkExpression(expression: Expression, tell: BoundName): void {
	const visit = (inner: Expression): void => walkExpression(inner, tell);
	const { span } = expression;
	switch (expression.kind) {
		case "unary":
			visit(expression.operand);
			return;
		case "infix":
			expression.operands.forEach(visit);
			return;
		case "elements":
			expression.elements.forEach(visit);
			return;
		case "tuple":
			expression.parts.forEach(visit);
			return;
		case "add":
			visit(expression.element);
			visit(expression.rest);
			return;
		case "match":
			visit(expression.subject);
			for (const clause of expression.clauses) {
				if (clause.kind === "some") {
					for (const name of [clause.element, clause.rest])
						tell(name, { scope: joined(name.span, clause.body.span), whole: name.span });
				}
				visit(clause.body);
			}
			return;
		case "try":
			visit(expression.first);
			visit(expression.second);
			return;
		case "if":
			visit(expression.whenTrue);
			visit(expression.whenFalse);
			return;
		case "apply":
			visit(expression.callee);
			expression.arguments.forEach(visit);
			return;
		case "function":
			for (const name of expression.parameters) tell(name, { scope: span, whole: name.span });
			visit(expression.body);
			return;
		case "local":
			for (const binding of expression.bindings) walkBinding(binding, expression.recursive, span, tell);
			visit(expression.body);
			return;
		case "bind":
			walkPattern(expression.pattern, expression.value, span, tell);
			visit(expression.body);
			return;
		default:
	}
}

function walkBinding(
	{ name, parameters = [], body }: Binding,
	isRecursive: boolean,
	scope: Span | undefined,
	tell: BoundName,
): void {
	const whole = joined(name.span, body.span);
	tell(name, { scope, whole, ...(!isRecursive && { hiddenIn: body.span }) });
	for (const parameter of parameters) tell(parameter, { scope: whole, whole: parameter.span });
	walkExpression(body, tell);
}

function walkPattern(pattern: Pattern, value: Expression, scope: Span | undefined, tell: BoundName): void {
	for (const name of pattern)
		tell(name, { scope, whole: joined(name.span, value.span), hiddenIn: value.span });
	walkExpression(value, tell);
}

/** Visits the names that statements of a model bind; `scope` is that of statements inside others. */
export function walkModel(statements: readonly Statement[], tell: BoundName, scope?: Span): void {
	for (const statement of statements) {
		switch (statement.kind) {
			case "definition":
				for (const binding of statement.bindings) walkBinding(binding, statement.recursive, scope, tell);
				break;
			case "pattern":
				walkPattern(statement.pattern, statement.value, scope, tell);
				break;
			case "check":
				walkExpression(statement.expression, tell);
				break;
			case "enum":
				tell(statement.name, { scope: undefined, whole: statement.name.span });
				for (const tag of statement.tags)
					tell(tag, { scope: undefined, whole: statement.name.span, isTag: true });
				break;
			case "choice":
				walkPattern(statement.pattern, statement.from, scope, tell);
				break;
			case "procedure": {
				const { name, parameters, body } = statement;
				tell(name, { scope, whole: name.span });
				// Where a procedure ends its tree does not say; its names are taken to be known from its head on.
				const inside = { ...name.span, end: name.span.file.text.length };
				for (const parameter of parameters) tell(parameter, { scope: inside, whole: parameter.span });
				walkModel(body, tell, inside);
				break;
			}
			case "call":
				for (const argument of statement.arguments) walkExpression(argument, tell);
				break;
			case "forall":
				tell(statement.variable, { scope: statement.span, whole: statement.variable.span });
				walkExpression(statement.in, tell);
				walkModel(statement.body, tell, statement.span);
				break;
			case "if":
				walkModel(statement.whenTrue, tell, scope);
				walkModel(statement.whenFalse, tell, scope);
				break;
			default:
		}
	}
}
