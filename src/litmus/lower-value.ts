import * as messages from "../source/messages-litmus.ts";
import { nearestNames } from "../source/nearest-names.ts";
import type { CExpression } from "./ast.ts";
import { constant, conversion, localValue } from "./build-expression.ts";
import { type CType, INT, pointerTo, SIZE, sizeOf } from "./c-type.ts";
import { lowerChoice, lowerShortCircuit } from "./lower-choice.ts";
import { namedConstant, resolveName } from "./lower-name.ts";
import type { Lowering } from "./lowering.ts";
import { readPlace, writePlace } from "./place-access.ts";
import { resolveType, TYPE_NAMES } from "./resolve-type.ts";
import { staticType } from "./static-type.ts";
import { applyUnary, combine, convertTo } from "./typed-operation.ts";
import { AFTER_ERROR, intConstant, type TypedValue } from "./typed-value.ts";

/** The type that is written; an unknown one is reported, and counts as int. */
export function typeFor(lowering: Lowering, syntax: (CExpression & { kind: "cast" })["type"]): CType {
	const type = resolveType(syntax);
	if (type) return type;
	const words = syntax.words.join(" ");
	lowering.report.add(messages.unknownType(words, nearestNames(words, TYPE_NAMES), syntax.span));
	return INT;
}

function lowerName(lowering: Lowering, expression: CExpression & { kind: "name" }): TypedValue {
	const known = namedConstant(lowering, expression.name);
	if (known) return known;
	const binding = resolveName(lowering, expression);
	if (!binding) return AFTER_ERROR;
	if (binding.kind !== "local") return binding.value;
	return readPlace(lowering, binding, [], expression.span);
}

function lowerCast(lowering: Lowering, expression: CExpression & { kind: "cast" }): TypedValue {
	const type = typeFor(lowering, expression.type);
	if (type.kind === "void") {
		lowering.effect(expression.operand);
		return { expression: constant(0n), type };
	}
	const value = lowering.value(expression.operand);
	// Unlike an assignment, a cast to a narrow integer is meant, even of an address.
	if (type.kind === "integer" && type.type.bits < 64 && value.type.kind === "pointer") {
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
export function lowerStep(
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
	lowering.report.add(messages.addressOfLocal(place.variable.name, expression.span));
	return AFTER_ERROR;
}

function lowerCall(lowering: Lowering, expression: CExpression & { kind: "call" }): TypedValue {
	const value = lowering.call(expression);
	if (value) return value;
	lowering.report.add(messages.noValue(expression.span));
	return AFTER_ERROR;
}

/** The value of an expression; emits its reads and side effects in C's order. */
export function lowerValue(lowering: Lowering, expression: CExpression): TypedValue {
	switch (expression.kind) {
		case "integer":
			return {
				expression: constant(expression.value),
				type: { kind: "integer", type: expression.type },
			};
		case "unsupported":
			lowering.report.add(messages.unsupported(expression.what, expression.span));
			return AFTER_ERROR;
		case "name":
			return lowerName(lowering, expression);
		case "unary":
			return applyUnary(expression.operator, lowering.value(expression.operand));
		case "dereference":
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
		case "effects":
			lowerEffect(lowering, expression);
			lowering.report.add(messages.noValue(expression.span));
			return AFTER_ERROR;
		case "cast":
			return lowerCast(lowering, expression);
		case "sizeofType":
			return { expression: constant(BigInt(sizeOf(typeFor(lowering, expression.type)))), type: SIZE };
		case "sizeofValue": {
			const size = sizeOf(staticType(lowering, expression.operand));
			return { expression: constant(BigInt(size)), type: SIZE };
		}
	}
}

/** What an expression does, its value unused. */
export function lowerEffect(lowering: Lowering, expression: CExpression): void {
	if (expression.kind === "call") lowering.call(expression);
	else if (expression.kind === "step") lowerStep(lowering, expression, false);
	else if (expression.kind === "effects") {
		for (const operand of expression.operands) lowering.effect(operand);
	} else if (expression.kind === "sequence") {
		lowering.effect(expression.left);
		lowering.effect(expression.right);
	} else lowering.value(expression);
}
