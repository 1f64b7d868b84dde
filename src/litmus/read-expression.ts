import type { Node, Semantics } from "ohm-js";
import type { SourceFile } from "../source/span.ts";
import type { CExpression, CStatement, IntrinsicOperator } from "./ast.ts";
import { groupByPrecedence, isBinaryOperator } from "./precedence.ts";
import { readCharacter, readInteger } from "./read-integer.ts";
import { joinSpans, spanOf } from "./read-span.ts";
import { readName } from "./read-type.ts";

function expressionOf(node: Node, file: SourceFile): CExpression {
	return node.expression(file);
}

/** `first, second, ...` as a tree of comma operators. */
function readSequence(list: Node, file: SourceFile): CExpression {
	const parts = list.asIteration().children.map((part) => expressionOf(part, file));
	return parts.reduce((left, right) => ({
		kind: "sequence",
		left,
		right,
		span: joinSpans(left.span, right.span),
	}));
}

function readUnary(operator: Node, operandNode: Node, file: SourceFile): CExpression {
	const operand = expressionOf(operandNode, file);
	const span = joinSpans(spanOf(operator, file), operand.span);
	const text = operator.sourceString;
	switch (text) {
		case "*":
			return { kind: "dereference", operand, span };
		case "&":
			return { kind: "address", operand, span };
		case "-":
		case "~":
		case "!":
			return { kind: "unary", operator: text, operand, span };
		default:
			return { kind: "unary", operator: "+", operand, span };
	}
}

type IntrinsicOperands = Pick<CExpression & { kind: "call" }, "operands" | "operator">;

const OPERATORS: readonly IntrinsicOperator[] = ["+", "-", "&", "|", "^", "&~"];

/** Adds `expression(file): CExpression` and, for what follows an operand, `applied(operand, file)`. */
export function addExpressionOperations(semantics: Semantics): void {
	semantics.addOperation<CExpression>("expression(file)", {
		Expression(list) {
			return readSequence(list, this.args?.file);
		},
		Assignment_assign(targetNode, operatorNode, valueNode) {
			const file: SourceFile = this.args?.file;
			const [target, value] = [expressionOf(targetNode, file), expressionOf(valueNode, file)];
			const span = joinSpans(target.span, value.span);
			const operator = operatorNode.sourceString.slice(0, -1);
			if (!isBinaryOperator(operator)) return { kind: "assign", target, value, span };
			return { kind: "assign", operator, target, value, span };
		},
		Conditional_choose(conditionNode, _question, thenNode, _colon, otherwiseNode) {
			const file: SourceFile = this.args?.file;
			const condition = expressionOf(conditionNode, file);
			const otherwise = expressionOf(otherwiseNode, file);
			const span = joinSpans(condition.span, otherwise.span);
			// biome-ignore lint/suspicious/noThenProperty: the field is C's word; no promise is near
			return { kind: "choose", condition, then: expressionOf(thenNode, file), otherwise, span };
		},
		Binary(first, operators, rest) {
			const file: SourceFile = this.args?.file;
			const operands = [first, ...rest.children].map((operand) => expressionOf(operand, file));
			return groupByPrecedence(
				operands,
				operators.children.map((operator) => operator.sourceString).filter(isBinaryOperator),
				(operator, left, right): CExpression => {
					return { kind: "binary", operator, left, right, span: joinSpans(left.span, right.span) };
				},
			);
		},
		Unary_step(operatorNode, operandNode) {
			const file: SourceFile = this.args?.file;
			const operand = expressionOf(operandNode, file);
			const span = joinSpans(spanOf(operatorNode, file), operand.span);
			const delta = operatorNode.sourceString === "++" ? 1n : -1n;
			return { kind: "step", delta, prefix: true, operand, span };
		},
		Unary_operator(operator, operand) {
			return readUnary(operator, operand, this.args?.file);
		},
		Unary_cast(open, type, _close, operandNode) {
			const file: SourceFile = this.args?.file;
			const operand = expressionOf(operandNode, file);
			const span = joinSpans(spanOf(open, file), operand.span);
			return { kind: "cast", type: type.typeName(file), operand, span };
		},
		Unary_sizeofType(_sizeof, _open, type, _close) {
			const file: SourceFile = this.args?.file;
			return { kind: "sizeofType", type: type.typeName(file), span: spanOf(this, file) };
		},
		Unary_sizeofValue(_sizeof, operand) {
			const file: SourceFile = this.args?.file;
			return { kind: "sizeofValue", operand: expressionOf(operand, file), span: spanOf(this, file) };
		},
		Argument_value(value, _next) {
			return expressionOf(value, this.args?.file);
		},
		Argument_type(type, _next) {
			const file: SourceFile = this.args?.file;
			return { kind: "type", type: type.typeName(file), span: spanOf(this, file) };
		},
		Postfix(operand, parts) {
			const file: SourceFile = this.args?.file;
			return parts.children.reduce<CExpression>(
				(inner, part) => part.applied(inner, file),
				expressionOf(operand, file),
			);
		},
		Primary_call(callee, _open, operands, close) {
			const file: SourceFile = this.args?.file;
			const name = readName(callee, file);
			return {
				kind: "call",
				callee: name,
				operands: operands.asIteration().children.map((operand) => expressionOf(operand, file)),
				span: joinSpans(name.span, spanOf(close, file)),
			};
		},
		Primary_tagged(callee, _open, tags, _close, operandsNode) {
			const file: SourceFile = this.args?.file;
			return {
				kind: "call",
				callee: readName(callee, file),
				tags: tags.asIteration().children.map((tag) => readName(tag, file)),
				...(operandsNode.children.at(0)?.intrinsicOperands(file) ?? { operands: [] }),
				span: spanOf(this, file),
			};
		},
		Primary_untagged(callee, operands) {
			const file: SourceFile = this.args?.file;
			const span = spanOf(this, file);
			return { kind: "call", callee: readName(callee, file), ...operands.intrinsicOperands(file), span };
		},
		Primary_parenthesized(_open, inner, _close) {
			const file: SourceFile = this.args?.file;
			return { ...expressionOf(inner, file), span: spanOf(this, file) };
		},
		Primary_statements(_open, block, _close) {
			const file: SourceFile = this.args?.file;
			const body: CStatement = block.statement(file);
			return {
				kind: "statements",
				statements: body.kind === "block" ? body.statements : [body],
				span: spanOf(this, file),
			};
		},
		Primary_name(name) {
			return { kind: "name", ...readName(name, this.args?.file) };
		},
		integer(_digits, _suffix) {
			const span = spanOf(this, this.args?.file);
			const literal = readInteger(this.sourceString);
			if (!literal) return { kind: "unsupported", what: "huge", span };
			const isLong = /[^lL][lL][uU]?$/.test(this.sourceString);
			return { kind: "integer", ...literal, ...(isLong && { isLong }), span };
		},
		floating(_literal) {
			return { kind: "unsupported", what: "floating", span: spanOf(this, this.args?.file) };
		},
		character(_open, _character, _close) {
			const span = spanOf(this, this.args?.file);
			return { kind: "integer", ...readCharacter(this.sourceString), span };
		},
		string(_open, _characters, _close) {
			return { kind: "unsupported", what: "string", span: spanOf(this, this.args?.file) };
		},
	});

	semantics.addOperation<IntrinsicOperands>("intrinsicOperands(file)", {
		IntrinsicOperands_plain(_open, operands, _close) {
			const file: SourceFile = this.args?.file;
			return { operands: operands.asIteration().children.map((operand) => expressionOf(operand, file)) };
		},
		OperatorOperands(_open, left, _comma, operatorNode, _comma2, right, _close) {
			const file: SourceFile = this.args?.file;
			const operator = OPERATORS.find((one) => one === operatorNode.sourceString);
			return {
				operands: [expressionOf(left, file), expressionOf(right, file)],
				...(operator && { operator }),
			};
		},
	});

	semantics.addOperation<CExpression>("applied(operand, file)", {
		PostfixPart_index(_open, index, close) {
			const { operand, file } = this.args ?? {};
			const span = joinSpans(operand.span, spanOf(close, file));
			return { kind: "index", array: operand, index: expressionOf(index, file), span };
		},
		PostfixPart_step(operator) {
			const { operand, file } = this.args ?? {};
			const span = joinSpans(operand.span, spanOf(operator, file));
			const delta = operator.sourceString === "++" ? 1n : -1n;
			return { kind: "step", delta, prefix: false, operand, span };
		},
		PostfixPart_member(operator, nameNode) {
			const { operand, file } = this.args ?? {};
			const name = readName(nameNode, file);
			const span = joinSpans(operand.span, name.span);
			const isArrow = operator.sourceString === "->";
			const inner: CExpression = isArrow ? { kind: "dereference", operand, span: operand.span } : operand;
			return { kind: "member", operand: inner, name, span };
		},
		PostfixPart_call(_open, operands, close) {
			const { operand, file } = this.args ?? {};
			return {
				kind: "callThrough",
				callee: operand,
				operands: operands.asIteration().children.map((one) => expressionOf(one, file)),
				span: joinSpans(operand.span, spanOf(close, file)),
			};
		},
	});
}
