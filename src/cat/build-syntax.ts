import type { Node } from "ohm-js";
import type { SourceFile, Span } from "../source/span.ts";
import type {
	Binding,
	Expression,
	InfixOperator,
	ModelText,
	Name,
	Statement,
	Test,
	UnaryOperator,
} from "./syntax.ts";

const postfixOperators: ReadonlyMap<string, UnaryOperator> = new Map([
	["^-1", "inverse"],
	["?", "optional"],
	["+", "plus"],
	["*", "star"],
]);

/**
 * Walks the parse tree of one model, dispatching on the names of rules; recursion is as deep as the
 * text nests. Ohm's own dispatch (operations) would give results of type `any`.
 */
class SyntaxBuilder {
	private readonly file: SourceFile;
	private readonly original: (offset: number) => number;

	constructor(file: SourceFile, original: (offset: number) => number) {
		this.file = file;
		this.original = original;
	}

	/** The span from one node's start to another's end; both hold at least one character. */
	private span(from: Node, to = from): Span {
		const start = this.original(from.source.startIdx);
		return { file: this.file, start, end: this.original(to.source.endIdx - 1) + 1 };
	}

	private name(node: Node): Name {
		return { text: node.sourceString, span: this.span(node) };
	}

	private optionalName(node: Node): Name | undefined {
		return node.numChildren === 0 ? undefined : this.name(node.child(0));
	}

	/** The elements of a `ListOf` or `NonemptyListOf` node. */
	private list(node: Node): Node[] {
		const inner = node.ctorName === "ListOf" ? node.child(0) : node;
		if (inner.numChildren === 0) return [];
		return [inner.child(0), ...inner.child(2).children];
	}

	private bindings(node: Node): Binding[] {
		return this.list(node.child(0)).map((binding) => {
			const parameters = binding.child(1);
			return {
				name: this.name(binding.child(0)),
				...(parameters.numChildren > 0 && { parameters: this.parameters(parameters.child(0)) }),
				body: this.expression(binding.child(3)),
			};
		});
	}

	private parameters(node: Node): Name[] {
		const form = node.child(0);
		if (form.ctorName === "Parameters_one") return [this.name(form)];
		return this.list(form.child(1)).map((name) => this.name(name));
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
			const form = argument.child(0);
			const values = form.ctorName === "Argument_several" ? this.list(form.child(1)) : [form];
			expression = {
				kind: "apply",
				callee: expression,
				arguments: values.map((value) => this.expression(value)),
				span: this.span(node, argument),
			};
		}
		return expression;
	}

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
			case "Union":
				return this.infix(node, "union");
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
			case "Primary_empty":
			case "Primary_braces":
				return { kind: "empty", span };
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

	private check(node: Node): Statement {
		const name = this.optionalName(node.child(5));
		return {
			kind: "check",
			flag: node.child(0).numChildren > 0,
			negated: node.child(1).numChildren > 0,
			test: node.child(2).sourceString as Test,
			expression: this.expression(node.child(3)),
			...(name !== undefined && { name }),
			span: this.span(node),
		};
	}

	private statement(node: Node): Statement {
		const form = node.child(0);
		switch (form.ctorName) {
			case "Statement_definition":
				return {
					kind: "definition",
					recursive: form.child(1).numChildren > 0,
					bindings: this.bindings(form.child(2)),
				};
			case "Statement_include": {
				const quoted = form.child(1);
				return { kind: "include", name: quoted.sourceString.slice(1, -1), span: this.span(quoted) };
			}
			case "Check":
				return this.check(form);
			default:
				return { kind: "show" };
		}
	}

	model(node: Node): ModelText {
		const name = node.child(0);
		return {
			...(name.numChildren > 0 && { name: name.child(0).sourceString.slice(1, -1) }),
			statements: node.child(1).children.map((statement) => this.statement(statement)),
		};
	}
}

/**
 * The syntax tree of `file`.
 *
 * @param root the parse tree of rule `Model`
 * @param original maps offsets in the parsed text to offsets in the file
 */
export function buildSyntax(root: Node, file: SourceFile, original: (offset: number) => number): ModelText {
	return new SyntaxBuilder(file, original).model(root);
}
