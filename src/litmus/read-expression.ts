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
function readSequence(first: Node, rest: Node, file: SourceFile): CExpression {
	return rest.children.reduce(
		(left, node): CExpression => {
			const right = expressionOf(node, file);
			return { kind: "sequence", left, right, span: joinSpans(left.span, right.span) };
		},
		expressionOf(first, file),
	);
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

/** Adds `expression(file): CExpression`, `operands(file)` and, for what follows an operand, `applied(operand, file)`. */
export function addExpressionOperations(semantics: Semantics): void {
	semantics.addOperation<CExpression>("expression(file)", {
		Expression(first, _commas, rest) {
			return readSequence(first, rest, this.args?.file);
		},
		Assignment_full(targetNode, operatorNode, valueNode) {
			const file: SourceFile = this.args?.file;
			const target = expressionOf(targetNode, file);
			if (valueNode.numChildren === 0) return target;
			const value = expressionOf(valueNode.children[0], file);
			const span = joinSpans(target.span, value.span);
			const operator = operatorNode.children[0].sourceString.slice(0, -1);
			if (!isBinaryOperator(operator)) return { kind: "assign", target, value, span };
			return { kind: "assign", operator, target, value, span };
		},
		Conditional(conditionNode, _question, thenNode, _colon, otherwiseNode) {
			const file: SourceFile = this.args?.file;
			const condition = expressionOf(conditionNode, file);
			if (otherwiseNode.numChildren === 0) return condition;
			const then = expressionOf(thenNode.children[0], file);
			const otherwise = expressionOf(otherwiseNode.children[0], file);
			const span = joinSpans(condition.span, otherwise.span);
			return { kind: "choose", condition, then, otherwise, span };
		},
		Binary(first, operators, rest) {
			const file: SourceFile = this.args?.file;
			if (rest.numChildren === 0) return expressionOf(first, file);
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
		Named(nameNode, list) {
			const file: SourceFile = this.args?.file;
			const name = readName(nameNode, file);
			if (list.numChildren === 0) return { kind: "name", ...name };
			return {
				kind: "call",
				callee: name,
				operands: list.children[0].operands(file),
				span: spanOf(this, file),
			};
		},
		Intrinsic_tagged(callee, _open, tags, _close, operandsNode) {
			const file: SourceFile = this.args?.file;
			return {
				kind: "call",
				callee: readName(callee, file),
				tags: tags.asIteration().children.map((tag) => readName(tag, file)),
				...(operandsNode.children.at(0)?.intrinsicOperands(file) ?? { operands: [] }),
				span: spanOf(this, file),
			};
		},
		Intrinsic_untagged(callee, operands) {
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
		literal(_start, value) {
			return expressionOf(value, this.args?.file);
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

	semantics.addOperation<readonly CExpression[]>("operands(file)", {
		Arguments(_open, first, _commas, rest, _close) {
			const file: SourceFile = this.args?.file;
			const others = rest.children.flatMap((part) => part.children);
			return [...first.children, ...others].map((operand) => expressionOf(operand, file));
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
		PostfixPart_call(list) {
			const { operand, file } = this.args ?? {};
			return {
				kind: "callThrough",
				callee: operand,
				operands: list.operands(file),
				span: joinSpans(operand.span, spanOf(list, file)),
			};
		},
	});
}
