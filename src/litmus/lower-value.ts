import * as messages from "../source/messages-litmus.ts";
import type { Span } from "../source/span.ts";
import type { CExpression, TypeSyntax } from "./ast.ts";
import { constant, conversion, localValue } from "./build-expression.ts";
import { type CType, INT, isScalar, pointerTo, sizeOf, VOID } from "./c-type.ts";
import { calledFunction } from "./called-function.ts";
import { copyRecord } from "./copy-record.ts";
import { lowerChoice, lowerShortCircuit } from "./lower-choice.ts";
import { namedConstant, resolveName } from "./lower-name.ts";
import type { Lowering } from "./lowering.ts";
import { readPlace, writePlace } from "./place-access.ts";
import { longConstant, sizeConstant } from "./size-constant.ts";
import { staticType } from "./static-type.ts";
import { applyUnary, combine, convertTo } from "./typed-operation.ts";
import { AFTER_ERROR, intConstant, type TypedValue } from "./typed-value.ts";

/** The type that is written; an unknown one is reported, and counts as int. */
export function typeFor(lowering: Lowering, syntax: TypeSyntax): CType {
	return lowering.unit.types.resolveOr(syntax, INT, (expression) => staticType(lowering, expression));
}

function lowerName(lowering: Lowering, expression: CExpression & { kind: "name" }): TypedValue {
	const known = namedConstant(lowering, expression.name);
	if (known) return known;
	const binding = resolveName(lowering, expression);
	if (!binding) return AFTER_ERROR;
	if (binding.kind === "parameter") return binding.value;
	if (binding.kind === "local") return readPlace(lowering, binding, [], expression.span);
	const place = lowering.place(expression);
	return place ? readPlace(lowering, place, [], expression.span) : AFTER_ERROR;
}

/** An integer literal; one with a single `l` behind it is as wide as `long` is. */
function lowerInteger(
	lowering: Lowering,
	{ value, type, isLong }: CExpression & { kind: "integer" },
): TypedValue {
	if (isLong) return longConstant(lowering, value, type.signed);
	return { expression: constant(value), type: { kind: "integer", type } };
}

function lowerCast(lowering: Lowering, expression: CExpression & { kind: "cast" }): TypedValue {
	const type = typeFor(lowering, expression.type);
	if (type.kind === "void") {
		lowering.effect(expression.operand);
		return { expression: constant(0n), type };
	}
	const value = lowering.value(expression.operand);
	if (!isScalar(type)) {
		lowering.report.add(messages.badCast(expression.span));
		return AFTER_ERROR;
	}
	const isNarrow = type.kind === "integer" && type.type.bits < 64 && !type.type.holdsAddress;
	// Unlike an assignment, a cast to a narrow integer is meant, even of an address.
	if (type.kind === "integer" && isNarrow && value.type.kind === "pointer") {
		return { expression: conversion(type.type, value.expression), type };
	}
	return convertTo(type, value);
}

function lowerBinary(lowering: Lowering, expression: CExpression & { kind: "binary" }): TypedValue {
	const { operator } = expression;
	if (operator === "&&" || operator === "||") return lowerShortCircuit(lowering, expression, operator);
	const left = lowering.value(expression.left);
	const right = lowering.value(expression.right);
	checkDivisor(lowering, operator, right, expression.right);
	if (left.type.kind === "void" || right.type.kind === "void") {
		const side = left.type.kind === "void" ? expression.left : expression.right;
		lowering.report.add(messages.noValue(side.span));
	}
	return combine(operator, left, right);
}

function checkDivisor(
	lowering: Lowering,
	operator: string | undefined,
	divisor: TypedValue,
	source: CExpression,
): void {
	if (operator !== "/" && operator !== "%") return;
	if (divisor.expression.kind !== "constant" || divisor.expression.value !== 0n) return;
	lowering.report.add(messages.divisionByZero(source.span));
}

/** `x = 1` on a parameter is mostly a forgotten star. */
function checkParameter(
	lowering: Lowering,
	{ target, operator, span }: CExpression & { kind: "assign" },
	value: TypedValue,
): void {
	const isNumber = value.type.kind === "integer" && value.expression.kind === "constant";
	if (operator !== undefined || target.kind !== "name" || !isNumber || value === AFTER_ERROR) return;
	const { name } = target;
	const isOwn = lowering.scope.find(name) === lowering.scope.findOutermost(name);
	const isParameter = lowering.process.parameters.some((parameter) => parameter.name.name === name);
	if (isOwn && isParameter) lowering.report.add(messages.parameterSetToNumber(name, span));
}

function lowerAssign(lowering: Lowering, expression: CExpression & { kind: "assign" }): TypedValue {
	const place = lowering.place(expression.target);
	const { operator, span } = expression;
	if (place?.kind === "memory" && place.type.kind === "record" && operator === undefined) {
		copyRecord(lowering, place.address, place.type, expression.value, span);
		return { expression: constant(0n), type: VOID };
	}
	const old =
		place && operator !== undefined ? readPlace(lowering, place, [], expression.target.span) : undefined;
	const value = lowering.value(expression.value);
	if (value.type.kind === "void") lowering.report.add(messages.noValue(expression.value.span));
	checkDivisor(lowering, operator, value, expression.value);
	checkParameter(lowering, expression, value);
	if (!place) return AFTER_ERROR;
	const next = old && operator !== undefined ? combine(operator, old, value) : value;
	return writePlace(lowering, place, next, [], span);
}

/** `++` and `--`; the old value is kept only where `isUsed` says that a postfix one's value matters. */
function lowerStep(
	lowering: Lowering,
	expression: CExpression & { kind: "step" },
	isUsed: boolean,
): TypedValue {
	const place = lowering.place(expression.operand);
	if (!place) return AFTER_ERROR;
	let old = readPlace(lowering, place, [], expression.operand.span);
	if (isUsed && !expression.prefix && place.kind === "local") {
		const local = lowering.draft.newTemporary();
		lowering.draft.emit({ kind: "assign", local, value: old.expression, span: expression.span });
		old = { expression: localValue(local), type: old.type };
	}
	const next = combine("+", old, intConstant(expression.delta));
	const written = writePlace(lowering, place, next, [], expression.span);
	return expression.prefix ? written : old;
}

function lowerAddress(lowering: Lowering, expression: CExpression & { kind: "address" }): TypedValue {
	const { operand } = expression;
	const name = operand.kind === "name" ? operand.name : undefined;
	if (name !== undefined && lowering.scope.find(name)?.kind === "parameter") {
		lowering.report.add(messages.addressOfParameter(name, expression.span));
		return AFTER_ERROR;
	}
	const place = lowering.place(operand);
	if (!place) return AFTER_ERROR;
	if (place.kind === "memory") return { expression: place.address, type: pointerTo(place.type) };
	const { variable } = place;
	const type = variable.type ?? INT;
	const address = lowering.objects.addressOf(variable, type, expression.span);
	return { expression: constant(address), type: pointerTo(type) };
}

function lowerCall(lowering: Lowering, expression: CExpression & { kind: "call" }): TypedValue {
	return needed(lowering, lowering.call(expression), expression.span);
}

/** What `sizeof` gives for a type. */
function sizeValue(lowering: Lowering, type: CType, span: Span): TypedValue {
	const isUnknown = type.kind === "opaque" && !type.isLock && type.name.startsWith("struct ");
	if (isUnknown || (type.kind === "record" && !type.members))
		lowering.report.add(messages.incompleteType(type.name, span));
	return sizeConstant(lowering, sizeOf(type));
}

function lowerCallThrough(
	lowering: Lowering,
	expression: CExpression & { kind: "callThrough" },
): TypedValue | undefined {
	const definition = calledFunction(lowering, lowering.value(expression.callee), expression.callee.span);
	const operands = expression.operands.map((operand) => lowering.value(operand));
	return definition ? lowering.inline(definition, operands, expression) : AFTER_ERROR;
}

/** The statements of `({ ... })`, and the value of the last one if it is an expression. */
function lowerStatements(
	lowering: Lowering,
	{ statements }: CExpression & { kind: "statements" },
): TypedValue | undefined {
	let value: TypedValue | undefined;
	lowering.scope.inBlock(() => {
		for (const [index, statement] of statements.entries()) {
			if (index === statements.length - 1 && statement.kind === "expression") {
				value = lowering.value(statement.expression);
			} else lowering.statement(statement);
		}
	});
	return value;
}

/** What must have a value, or else is reported. */
function needed(lowering: Lowering, value: TypedValue | undefined, span: Span): TypedValue {
	if (value) return value;
	lowering.report.add(messages.noValue(span));
	return AFTER_ERROR;
}

/** The value of an expression; emits its reads and side effects in C's order. */
export function lowerValue(lowering: Lowering, expression: CExpression): TypedValue {
	switch (expression.kind) {
		case "integer":
			return lowerInteger(lowering, expression);
		case "unsupported":
			lowering.report.add(messages.unsupported(expression.what, expression.span));
			return AFTER_ERROR;
		case "name":
			return lowerName(lowering, expression);
		case "unary":
			return applyUnary(expression.operator, lowering.value(expression.operand));
		case "dereference":
		case "member":
		case "index": {
			const place = lowering.place(expression);
			return place ? readPlace(lowering, place, [], expression.span) : AFTER_ERROR;
		}
		case "address":
			return lowerAddress(lowering, expression);
		case "step":
			return lowerStep(lowering, expression, true);
		case "binary":
			return lowerBinary(lowering, expression);
		case "choose":
			return lowerChoice(lowering, expression);
		case "assign":
			return lowerAssign(lowering, expression);
		case "sequence":
			lowering.effect(expression.left);
			return lowering.value(expression.right);
		case "call":
			return lowerCall(lowering, expression);
		case "callThrough":
			return needed(lowering, lowerCallThrough(lowering, expression), expression.span);
		case "statements":
			return needed(lowering, lowerStatements(lowering, expression), expression.span);
		case "type":
			lowering.report.add(messages.typeAsValue(expression.span));
			return AFTER_ERROR;
		case "effects":
			lowerEffect(lowering, expression);
			lowering.report.add(messages.noValue(expression.span));
			return AFTER_ERROR;
		case "cast":
			return lowerCast(lowering, expression);
		case "sizeofType":
			return sizeValue(lowering, typeFor(lowering, expression.type), expression.span);
		case "sizeofValue":
			return sizeValue(lowering, staticType(lowering, expression.operand), expression.span);
	}
}

/** What an expression does, its value unused. */
export function lowerEffect(lowering: Lowering, expression: CExpression): void {
	if (expression.kind === "call") lowering.call(expression);
	else if (expression.kind === "callThrough") lowerCallThrough(lowering, expression);
	else if (expression.kind === "statements") lowerStatements(lowering, expression);
	else if (expression.kind === "step") lowerStep(lowering, expression, false);
	else if (expression.kind === "effects") {
		for (const operand of expression.operands) lowering.effect(operand);
	} else if (expression.kind === "sequence") {
		lowering.effect(expression.left);
		lowering.effect(expression.right);
	} else lowering.value(expression);
}
