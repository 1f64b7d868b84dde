import type { Node, Semantics } from "ohm-js";
import type { SourceFile } from "../source/span.ts";
import type {
	CExpression,
	CStatement,
	Declarator,
	DesignatorSyntax,
	InitializerList,
	InitializerSyntax,
} from "./ast.ts";
import { spanOf } from "./read-span.ts";
import { readName } from "./read-type.ts";

function statementOf(node: Node, file: SourceFile): CStatement {
	return node.statement(file);
}

function expressionOf(node: Node, file: SourceFile): CExpression {
	return node.expression(file);
}

/** The statement in an optional node, or an empty one at the span of what it would have followed. */
function bodyOf(optional: Node, before: Node, file: SourceFile): CStatement {
	const body = optional.children.at(0);
	return body ? statementOf(body, file) : { kind: "empty", span: spanOf(before, file) };
}

/** Adds `statement(file)`, `declarator(words, file)`, `initializer(file)` and `designation(file)`. */
export function addStatementOperations(semantics: Semantics): void {
	semantics.addOperation<CStatement>("statement(file)", {
		Block(_open, statements, _close) {
			const file: SourceFile = this.args?.file;
			return {
				kind: "block",
				statements: statements.children.map((statement) => statementOf(statement, file)),
				span: spanOf(this, file),
			};
		},
		Statement_if(_if, _open, conditionNode, _close, thenNode, _else, otherwiseNode) {
			const file: SourceFile = this.args?.file;
			const otherwise = otherwiseNode.children.at(0);
			return {
				kind: "if",
				condition: expressionOf(conditionNode, file),
				// biome-ignore lint/suspicious/noThenProperty: the field is C's word; no promise is near
				then: statementOf(thenNode, file),
				...(otherwise && { otherwise: statementOf(otherwise, file) }),
				span: spanOf(this, file),
			};
		},
		Statement_while(_while, _open, condition, _close, body) {
			const file: SourceFile = this.args?.file;
			return {
				kind: "while",
				condition: expressionOf(condition, file),
				body: statementOf(body, file),
				span: spanOf(this, file),
			};
		},
		Statement_do(_do, body, _while, _open, condition, _close, _semicolon) {
			const file: SourceFile = this.args?.file;
			return {
				kind: "do",
				body: statementOf(body, file),
				condition: expressionOf(condition, file),
				span: spanOf(this, file),
			};
		},
		Statement_for(_for, _open, start, conditionNode, _semicolon, stepNode, _close, body) {
			const file: SourceFile = this.args?.file;
			const [condition, step] = [conditionNode.children.at(0), stepNode.children.at(0)];
			return {
				kind: "for",
				start: statementOf(start, file),
				...(condition && { condition: expressionOf(condition, file) }),
				...(step && { step: expressionOf(step, file) }),
				body: statementOf(body, file),
				span: spanOf(this, file),
			};
		},
		ForStart_expression(expression, semicolon) {
			const file: SourceFile = this.args?.file;
			const node = expression.children.at(0);
			if (!node) return { kind: "empty", span: spanOf(semicolon, file) };
			return { kind: "expression", expression: expressionOf(node, file), span: spanOf(this, file) };
		},
		Statement_switch(_switch, _open, subject, _close, body) {
			const file: SourceFile = this.args?.file;
			return {
				kind: "switch",
				subject: expressionOf(subject, file),
				body: statementOf(body, file),
				span: spanOf(this, file),
			};
		},
		Statement_case(_case, value, colon, body) {
			const file: SourceFile = this.args?.file;
			return {
				kind: "case",
				value: expressionOf(value, file),
				body: bodyOf(body, colon, file),
				span: spanOf(this, file),
			};
		},
		Statement_default(_default, colon, body) {
			const file: SourceFile = this.args?.file;
			return { kind: "case", body: bodyOf(body, colon, file), span: spanOf(this, file) };
		},
		Statement_label(label, colon, body) {
			const file: SourceFile = this.args?.file;
			return {
				kind: "label",
				label: readName(label, file),
				body: bodyOf(body, colon, file),
				span: spanOf(this, file),
			};
		},
		Statement_goto(_goto, label, _semicolon) {
			const file: SourceFile = this.args?.file;
			return { kind: "goto", label: readName(label, file), span: spanOf(this, file) };
		},
		Statement_break(_break, _semicolon) {
			return { kind: "break", span: spanOf(this, this.args?.file) };
		},
		Statement_continue(_continue, _semicolon) {
			return { kind: "continue", span: spanOf(this, this.args?.file) };
		},
		Statement_return(_return, valueNode, _semicolon) {
			const file: SourceFile = this.args?.file;
			const value = valueNode.children.at(0);
			return {
				kind: "return",
				...(value && { value: expressionOf(value, file) }),
				span: spanOf(this, file),
			};
		},
		Statement_expression(expression, _semicolon) {
			const file: SourceFile = this.args?.file;
			return { kind: "expression", expression: expressionOf(expression, file), span: spanOf(this, file) };
		},
		Statement_empty(_semicolon) {
			return { kind: "empty", span: spanOf(this, this.args?.file) };
		},
		Declaration(words, first, _commas, rest, _semicolon) {
			const file: SourceFile = this.args?.file;
			return {
				kind: "declaration",
				declarators: [first, ...rest.children].map((node) => node.declarator(words, file)),
				span: spanOf(this, file),
			};
		},
	});

	semantics.addOperation<Declarator>("declarator(words, file)", {
		Declarator(declared, initializerNode) {
			const { words, file } = this.args ?? {};
			const initializer: InitializerSyntax | undefined = initializerNode.children.at(0)?.initializer(file);
			return {
				...declared.declared(words, file),
				...(initializer && { initializer }),
				span: spanOf(this, file),
			};
		},
	});

	semantics.addOperation<InitializerSyntax>("initializer(file)", {
		Initializer(_equals, part) {
			return part.initializer(this.args?.file);
		},
		InitialPart_list(_open, list, _comma, _close) {
			const file: SourceFile = this.args?.file;
			const items = list.asIteration().children.map((item) => item.initialItem(file));
			return { kind: "list", items, span: spanOf(this, file) };
		},
		InitialPart_value(value) {
			const expression = expressionOf(value, this.args?.file);
			return { kind: "value", expression, span: expression.span };
		},
	});

	semantics.addOperation<InitializerList[number]>("initialItem(file)", {
		InitialItem(designation, part) {
			const file: SourceFile = this.args?.file;
			const designators = designation.children.at(0)?.designation(file) ?? [];
			return { designators, value: part.initializer(file) };
		},
	});

	semantics.addOperation<readonly DesignatorSyntax[]>("designation(file)", {
		Designation(designators, _equals) {
			const file: SourceFile = this.args?.file;
			return designators.children.map((designator) => designator.designator(file));
		},
	});

	semantics.addOperation<DesignatorSyntax>("designator(file)", {
		Designator_member(_dot, name) {
			return { kind: "member", name: readName(name, this.args?.file) };
		},
		Designator_index(_open, index, _close) {
			return { kind: "index", index: expressionOf(index, this.args?.file) };
		},
	});
}
