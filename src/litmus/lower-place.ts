import * as messages from "../source/messages-litmus.ts";
import { nearestNames } from "../source/nearest-names.ts";
import type { CExpression } from "./ast.ts";
import { constant, displaced } from "./build-expression.ts";
import { type CType, INT, pointerTo } from "./c-type.ts";
import { findMember, memberNames } from "./declarations/find-member.ts";
import { resolveName } from "./lower-name.ts";
import type { Lowering, Place } from "./lowering.ts";
import type { Binding } from "./scope.ts";
import { moved } from "./typed-operation.ts";
import { AFTER_ERROR, type TypedValue } from "./typed-value.ts";

type PointerValue = TypedValue & { readonly type: CType & { kind: "pointer" } };

/**
 * A value that must be an address. An integer local may hold one (tests often declare so); what it
 * points to then counts as int. Anything else is reported, and undefined; `wantedBy` is how the primitive
 * is called that needs it.
 */
export function asPointer(
	lowering: Lowering,
	value: TypedValue,
	source: CExpression,
	wantedBy?: string,
): PointerValue | undefined {
	const { expression, type } = value;
	if (value === AFTER_ERROR) return undefined;
	if (type.kind === "pointer") {
		if (type.to.kind !== "void") return { expression, type };
		lowering.report.add(messages.voidPointer(source.span));
		return undefined;
	}
	if (source.kind === "name" && type.kind === "integer") return { expression, type: pointerTo(INT) };
	lowering.report.add(messages.notAnAddress(source.kind === "dereference", wantedBy, source.span));
	return undefined;
}

/** The place that a name's meaning is, if it is one. */
function placeOfBinding(lowering: Lowering, binding: Binding, { span }: CExpression): Place | undefined {
	switch (binding.kind) {
		case "local":
			return binding;
		case "object":
			return { kind: "memory", address: constant(binding.address), type: binding.type };
		case "function": {
			const { name, result, parameters } = binding.definition;
			const type: CType = { kind: "function", result, parameters: parameters.map((one) => one.type) };
			return { kind: "memory", address: constant(lowering.unit.functionAddresses.of(name.name)), type };
		}
		default:
			lowering.report.add(messages.notAPlace(span));
			return undefined;
	}
}

function placeOfMember(lowering: Lowering, expression: CExpression & { kind: "member" }): Place | undefined {
	const { operand, name } = expression;
	if (operand.kind === "name" && lowering.scope.find(operand.name)?.kind === "parameter") {
		lowering.report.add(messages.noMembers(name.name, true, expression.span));
		return undefined;
	}
	const place = lowering.place(operand);
	if (place === undefined) return undefined;
	const type = place.kind === "memory" ? place.type : (place.variable.type ?? INT);
	if (place.kind === "local" || type.kind !== "record") {
		const isPointer = type.kind === "pointer" && type.to.kind === "record";
		lowering.report.add(messages.noMembers(name.name, isPointer, expression.span));
		return undefined;
	}
	const member = findMember(type, name.name);
	if (member === undefined) {
		const nearest = nearestNames(name.name, memberNames(type));
		if (type.members) lowering.report.add(messages.unknownMember(type.name, name.name, nearest, name.span));
		else lowering.report.add(messages.incompleteType(type.name, expression.span));
		return undefined;
	}
	const address = displaced(place.address, member.offset);
	const isConst = member.isConst || place.isConst === true;
	return { kind: "memory", address, type: member.type, ...(isConst && { isConst }) };
}

function placeOfIndex(lowering: Lowering, expression: CExpression & { kind: "index" }): Place | undefined {
	let [array, index] = [lowering.value(expression.array), lowering.value(expression.index)];
	let source = expression.array;
	// `1[a]` is `a[1]`.
	if (index.type.kind === "pointer" && array.type.kind !== "pointer") {
		[array, index, source] = [index, array, expression.index];
	}
	const pointer = asPointer(lowering, array, source);
	if (!pointer) return undefined;
	const { expression: address } = moved(pointer, index);
	return { kind: "memory", address, type: pointer.type.to };
}

/** The place that an expression names; what is none is reported, and undefined. */
export function lowerPlace(lowering: Lowering, expression: CExpression): Place | undefined {
	switch (expression.kind) {
		case "name": {
			const binding = resolveName(lowering, expression);
			if (binding?.kind === "parameter") {
				lowering.report.add(messages.parameterIsAddress(expression.name, expression.span));
				return undefined;
			}
			return binding && placeOfBinding(lowering, binding, expression);
		}
		case "member":
			return placeOfMember(lowering, expression);
		case "dereference": {
			const pointer = asPointer(lowering, lowering.value(expression.operand), expression.operand);
			return pointer && { kind: "memory", address: pointer.expression, type: pointer.type.to };
		}
		case "index":
			return placeOfIndex(lowering, expression);
		case "unsupported":
			lowering.value(expression);
			return undefined;
		default:
			lowering.report.add(messages.notAPlace(expression.span));
			return undefined;
	}
}
