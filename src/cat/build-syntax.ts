import type { Node } from "ohm-js";
import type { SourceFile } from "../source/span.ts";
import { ExpressionBuilder } from "./expression-builder.ts";
import type { Check, Manner, ModelText, Statement, Test } from "./syntax.ts";

/** Walks the statements of one model's parse tree. */
class SyntaxBuilder {
	private readonly expressions: ExpressionBuilder;

	constructor(expressions: ExpressionBuilder) {
		this.expressions = expressions;
	}

	private check(node: Node): Check {
		const name = this.expressions.optionalName(node.child(5));
		const manner = node.child(0);
		return {
			kind: "check",
			manner: manner.numChildren === 0 ? "forbid" : (manner.child(0).sourceString as Manner),
			negated: node.child(1).numChildren > 0,
			test: node.child(2).sourceString as Test,
			expression: this.expressions.expression(node.child(3)),
			...(name !== undefined && { name }),
			span: this.expressions.span(node),
		};
	}

	private statement(node: Node): Statement {
		const { expressions } = this;
		const form = node.child(0);
		const span = expressions.span(form);
		switch (form.ctorName) {
			case "Statement_definition": {
				const when = form.child(4);
				return {
					kind: "definition",
					recursive: form.child(1).numChildren > 0,
					bindings: expressions.bindings(form.child(2)),
					...(when.numChildren > 0 && { when: this.check(when.child(0)) }),
				};
			}
			case "Statement_pattern":
				return {
					kind: "pattern",
					pattern: expressions.pattern(form.child(1)),
					value: expressions.expression(form.child(3)),
				};
			case "Check":
				return this.check(form);
			case "Statement_include": {
				const quoted = form.child(1);
				const name = quoted.sourceString.slice(1, -1);
				return { kind: "include", name, span: expressions.span(quoted) };
			}
			case "Statement_enum": {
				const tags = expressions.list(form.child(4)).map((tag) => expressions.tag(tag));
				return { kind: "enum", name: expressions.name(form.child(1)), tags };
			}
			case "Statement_instructions":
				return {
					kind: "instructions",
					default: form.child(0).sourceString === "default",
					instruction: expressions.name(form.child(1)),
					tags: expressions.list(form.child(3)).map((tags) => expressions.expression(tags)),
				};
			case "Statement_choice":
				return {
					kind: "choice",
					pattern: expressions.pattern(form.child(1)),
					from: expressions.expression(form.child(3)),
					span,
				};
			case "Statement_procedure":
				return {
					kind: "procedure",
					name: expressions.name(form.child(1)),
					parameters: expressions.parameters(form.child(2)),
					body: this.statements(form.child(4)),
				};
			case "Statement_call": {
				const name = expressions.optionalName(form.child(4));
				return {
					kind: "call",
					procedure: expressions.name(form.child(1)),
					arguments: expressions.arguments(form.child(2)),
					...(name !== undefined && { name }),
					span,
				};
			}
			case "Statement_forall":
				return {
					kind: "forall",
					variable: expressions.name(form.child(1)),
					in: expressions.expression(form.child(3)),
					body: this.statements(form.child(5)),
					span,
				};
			case "Statement_conditional": {
				const otherwise = form.child(5);
				return {
					kind: "if",
					condition: expressions.condition(form.child(1)),
					whenTrue: this.statements(form.child(3).child(1)),
					whenFalse: otherwise.numChildren > 0 ? this.statements(otherwise.child(0).child(1)) : [],
				};
			}
			default:
				return { kind: "show" };
		}
	}

	/** The statements that an iteration node holds. */
	private statements(node: Node): Statement[] {
		return node.children.map((statement) => this.statement(statement));
	}

	model(node: Node): ModelText {
		const name = node.child(0);
		return {
			...(name.numChildren > 0 && { name: name.child(0).sourceString.slice(1, -1) }),
			statements: this.statements(node.child(2)),
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
	return new SyntaxBuilder(new ExpressionBuilder(file, original)).model(root);
}
