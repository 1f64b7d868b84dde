import type { Node } from "ohm-js";
import type { SourceFile, Span } from "../source/span.ts";
import type { Binding, Clause, Condition, Expression, InfixOperator, Name, UnaryOperator } from "./syntax.ts";

const postfixOperators: ReadonlyMap<string, UnaryOperator> = new Map([
	["^-1", "inverse"],
	["?", "optional"],
	["+", "plus"],
	["*", "star"],
]);

/**
 * Walks the parse tree of a model's expressions, dispatching on the names of rules; recursion is as deep
 * as the text nests. Ohm's own dispatch (operations) would give results of type `any`.
 */
export class ExpressionBuilder {
	private readonly file: SourceFile;
	private readonly original: (offset: number) => number;

	/** @param original maps offsets in the parsed text to offsets in the file */
	constructor(file: SourceFile, original: (offset: number) => number) {
		this.file = file;
		this.original = original;
	}

	/** The span from one node's start to another's end; both hold at least one character. */
	span(from: Node, to = from): Span {
		const start = this.original(from.source.startIdx);
		return { file: this.file, start, end: this.original(to.source.endIdx - 1) + 1 };
	}

	name(node: Node): Name {
		return { text: node.sourceString, span: this.span(node) };
	}

	optionalName(node: Node): Name | undefined {
		return node.numChildren === 0 ? undefined : this.name(node.child(0));
	}

	/** The elements of a `ListOf` or `NonemptyListOf` node. */
	list(node: Node): Node[] {
		const inner = node.ctorName === "ListOf" ? node.child(0) : node;
		if (inner.numChildren === 0) return [];
		return [inner.child(0), ...inner.child(2).children];
	}

	bindings(node: Node): Binding[] {
		return this.list(node.child(0)).map((binding) => {
			const parameters = binding.child(1);
			return {
				name: this.name(binding.child(0)),
				...(parameters.numChildren > 0 && { parameters: this.parameters(parameters.child(0)) }),
				body: this.expression(binding.child(3)),
			};
		});
	}

	parameters(node: Node): Name[] {
		const form = node.child(0);
		if (form.ctorName === "Parameters_one") return [this.name(form)];
		return this.list(form.child(1)).map((name) => this.name(name));
	}

	/** The names of a `Pattern` node. */
	pattern(node: Node): Name[] {
		const form = node.child(0);
		if (form.ctorName === "Pattern_one") return [this.name(form)];
		return this.list(form.child(1)).map((name) => this.name(name));
	}

	/** A tag's name, without its quote. */
	tag(node: Node): Name {
		return { text: node.sourceString.slice(1), span: this.span(node) };
	}

	/** What an `Argument` node hands over: several for `(a, b)`. */
	arguments(argument: Node): Expression[] {
		const form = argument.child(0);
		const values = form.ctorName === "Argument_several" ? this.list(form.child(1)) : [form];
		return values.map((value) => this.expression(value));
	}

	private clause(node: Node): Clause {
		const form = node.child(0);
		const body = this.expression(form.child(form.numChildren - 1));
		switch (form.ctorName) {
			case "Clause_empty":
				return { kind: "empty", body };
			case "Clause_some":
				return { kind: "some", element: this.name(form.child(0)), rest: this.name(form.child(2)), body };
			case "Clause_tag":
				return { kind: "tag", tag: this.tag(form.child(0)).text, body };
			default:
				return { kind: "other", body };
		}
	}

	condition(node: Node): Condition {
		switch (node.ctorName) {
			case "Condition":
			case "Conjunction": {
				const parts = [node.child(0), ...node.child(2).children];
				const operands = parts.map((part) => this.condition(part));
				if (operands.length === 1) return operands[0];
				return { kind: node.ctorName === "Condition" ? "any" : "all", operands };
			}
			case "Negation_not":
				return { kind: "not", operand: this.condition(node.child(1)) };
			case "Negation_variant":
				return { kind: "variant", name: node.sourceString.slice(1, -1) };
			case "Negation_group":
				return this.condition(node.child(1));
			case "Negation_subset":
			case "Negation_equal": {
				const left = this.expression(node.child(0));
				const right = this.expression(node.child(2));
				return { kind: node.ctorName === "Negation_subset" ? "subset" : "equal", left, right };
			}
			default:
				return this.condition(node.child(0));
		}
	}

	/** Collapses one level of an infix operator; a level with a single operand is that operand. */
	private infix(node: Node, operator: InfixOperator): Expression {
		const first = this.expression(node.child(0));
		const others = node.child(2).children;
		if (others.length === 0) return first;
		const operands = [first, ...others.map((operand) => this.expression(operand))];
		return { kind: "infix", operator, operands, span: this.span(node) };
	}

	private postfix(node: Node): Expression {
		let expression = this.expression(node.child(0));
		for (const operator of node.child(1).children) {
			const kind = postfixOperators.get(operator.sourceString);
			if (kind === undefined) continue;
			const span = this.span(node, operator);
			expression = { kind: "unary", operator: kind, operand: expression, span };
		}
		return expression;
	}

	private application(node: Node): Expression {
		let expression = this.expression(node.child(0));
		for (const argument of node.child(1).children) {
			const values = this.arguments(argument);
			const span = this.span(node, argument);
			expression = { kind: "apply", callee: expression, arguments: values, span };
		}
		return expression;
	}

	/** What a node of rule `Expression`, or of one below it, means. */
	expression(node: Node): Expression {
		const span = this.span(node);
		switch (node.ctorName) {
			case "Expression_local":
				return {
					kind: "local",
					recursive: node.child(1).numChildren > 0,
					bindings: this.bindings(node.child(2)),
					body: this.expression(node.child(4)),
					span,
				};
			case "Expression_function":
				return {
					kind: "function",
					parameters: this.parameters(node.child(1)),
					body: this.expression(node.child(3)),
					span,
				};
			case "Expression_localPattern":
				return {
					kind: "bind",
					pattern: this.pattern(node.child(1)),
					value: this.expression(node.child(3)),
					body: this.expression(node.child(5)),
					span,
				};
			case "Expression_match": {
				const subject = this.expression(node.child(1));
				const clauses = this.list(node.child(4)).map((clause) => this.clause(clause));
				return { kind: "match", subject, clauses, span };
			}
			case "Expression_try":
				return {
					kind: "try",
					first: this.expression(node.child(1)),
					second: this.expression(node.child(3)),
					span,
				};
			case "Expression_conditional":
				return {
					kind: "if",
					condition: this.condition(node.child(1)),
					whenTrue: this.expression(node.child(3)),
					whenFalse: this.expression(node.child(5)),
					span,
				};
			case "Union":
				return this.infix(node, "union");
			case "Addition_some":
				return {
					kind: "add",
					element: this.expression(node.child(0)),
					rest: this.expression(node.child(2)),
					span,
				};
			case "Sequence":
				return this.infix(node, "sequence");
			case "Difference":
				return this.infix(node, "difference");
			case "Intersection":
				return this.infix(node, "intersection");
			case "Product":
				return this.infix(node, "product");
			case "Prefix_complement": {
				const operand = this.expression(node.child(1));
				return { kind: "unary", operator: "complement", operand, span };
			}
			case "Postfix":
				return this.postfix(node);
			case "Application":
				return this.application(node);
			case "Primary_name":
				return { kind: "name", name: node.sourceString, span };
			case "Primary_universe":
				return { kind: "universe", span };
			case "Primary_tag":
				return { kind: "tag", tag: this.tag(node).text, span };
			case "Primary_empty":
				return { kind: "empty", span };
			case "Primary_braces": {
				const elements = this.list(node.child(1)).map((element) => this.expression(element));
				return elements.length === 0 ? { kind: "empty", span } : { kind: "elements", elements, span };
			}
			case "Primary_tuple": {
				const parts = [node.child(1), ...this.list(node.child(3))].map((part) => this.expression(part));
				return { kind: "tuple", parts, span };
			}
			case "Primary_identity": {
				const operand = this.expression(node.child(1));
				return { kind: "unary", operator: "identity", operand, span };
			}
			case "Primary_group":
				return this.expression(node.child(1));
			default:
				return this.expression(node.child(0));
		}
	}
}
