import type { BinaryOperator } from "../execution/expression.ts";
import * as messages from "../source/messages-litmus.ts";
import type { CExpression } from "./ast.ts";
import { localValue } from "./build-expression.ts";
import { accessType, type CType, INT } from "./c-type.ts";
import { callComplaint, tagComplaint } from "./call-complaint.ts";
import { callable } from "./callable.ts";
import { calledFunction } from "./called-function.ts";
import { helperFor } from "./helper-for.ts";
import { ATOMIC_BUILTINS, ordersOf, tagsOfOrder } from "./helpers/atomic-builtins.ts";
import type { Helper } from "./helpers/helper.ts";
import { asPointer } from "./lower-place.ts";
import type { Lowering, Place } from "./lowering.ts";
import { accessSize, readPlace, writePlace } from "./place-access.ts";
import type { Action, Primitive } from "./primitive.ts";
import type { Binding } from "./scope.ts";
import { signature } from "./signature.ts";
import { applyUnary, combine, convertTo } from "./typed-operation.ts";
import { AFTER_ERROR, intConstant, type TypedValue } from "./typed-value.ts";

type Call = CExpression & { kind: "call" };
type Update = Action & { kind: "update" };
type MemoryPlace = Place & { kind: "memory" };

/** The arguments of a call by their roles. */
interface Arguments {
	place?: MemoryPlace;
	operand?: TypedValue;
	comparand?: TypedValue;
}

const VOID_VALUE: TypedValue = { ...intConstant(0n), type: { kind: "void" } };

/** Evaluates the arguments from left to right; undefined, and reported, if the location is none. */
function lowerArguments(lowering: Lowering, call: Call, primitive: Primitive): Arguments | undefined {
	const found: Arguments = {};
	let isWhole = true;
	primitive.roles.forEach((role, index) => {
		const source = call.operands[index];
		if (role === "operand" || role === "comparand") {
			const value = lowering.value(source);
			if (value.type.kind === "void") lowering.report.add(messages.noValue(source.span));
			found[role] = value;
			return;
		}
		const place =
			role === "address" ? placeAt(lowering, source, call, primitive) : placeNamed(lowering, source, call);
		if (place) found.place = place;
		else isWhole = false;
	});
	return isWhole ? found : undefined;
}

function placeAt(
	lowering: Lowering,
	source: CExpression,
	{ through }: Call,
	primitive: Primitive,
): MemoryPlace | undefined {
	const form = through === undefined ? signature(primitive) : undefined;
	const pointer = asPointer(lowering, lowering.value(source), source, form);
	return pointer && { kind: "memory", address: pointer.expression, type: pointer.type.to };
}

function placeNamed(lowering: Lowering, source: CExpression, call: Call): MemoryPlace | undefined {
	const name = call.through ?? call.callee.name;
	if (source.kind === "address") {
		lowering.report.add(messages.addressInPrimitive(name, source.span));
		return undefined;
	}
	const place = lowering.place(source);
	if (place === undefined || place.kind === "memory") return place;
	lowering.report.add(messages.localInPrimitive(name, place.variable.name, source.span));
	return undefined;
}

const OPERATORS: Readonly<Record<string, BinaryOperator>> = {
	add: "+",
	sub: "-",
	and: "&",
	or: "|",
	xor: "^",
	andnot: "&",
};

/** The new value of an update, in the location's type. */
function nextValue(action: Update, type: CType, old: TypedValue, operand: TypedValue): TypedValue {
	// The kernel's atomics take their operand in the type of the variable.
	const converted = convertTo(type, operand);
	if (action.operation === "set") return converted;
	const right = action.operation === "andnot" ? applyUnary("~", converted) : converted;
	return convertTo(type, combine(OPERATORS[action.operation], old, right));
}

function lowerUpdate(
	lowering: Lowering,
	call: Call,
	action: Update,
	args: Arguments,
	place: MemoryPlace,
): TypedValue {
	const type = accessType(place.type);
	const { tags, writeTags, failedTags, fences } = action;
	const local = lowering.draft.newTemporary();
	const old: TypedValue = { expression: localValue(local), type };
	const next = nextValue(action, type, old, args.operand ?? intConstant(action.implied ?? 0n));
	const comparand = convertTo(type, args.comparand ?? intConstant(action.impliedComparand ?? 0n));
	const succeeds = action.when && combine(action.when === "equal" ? "==" : "!=", old, comparand);
	lowering.draft.emit({
		kind: "update",
		local,
		address: place.address,
		...accessSize(lowering, place),
		...(succeeds && { when: succeeds.expression }),
		next: next.expression,
		tags,
		...(writeTags && { writeTags }),
		...(failedTags && { failedTags }),
		...(fences && { fences }),
		span: call.span,
	});
	switch (action.result) {
		case "none":
			return VOID_VALUE;
		case "old":
			return old;
		case "new":
			return next;
		case "zero":
			return combine("==", next, intConstant(0n));
		case "negative":
			return combine("<", next, intConstant(0n));
		case "done":
			return succeeds ?? intConstant(1n);
	}
}

/** Notes that the object, if the address says which, is a lock. */
function markLock(lowering: Lowering, place: MemoryPlace): void {
	const { address } = place;
	if (address.kind === "constant" && typeof address.value === "object")
		lowering.locks.add(address.value.object);
}

/** Whether a call of a name goes to what the name is bound to: tests may have locals with the names of primitives. */
function isCalled(binding: Binding): boolean {
	if (binding.kind === "function" || binding.kind === "object") return true;
	const type = binding.kind === "local" ? binding.variable.type : binding.value.type;
	return type?.kind === "pointer" && type.to.kind === "function";
}

function perform(lowering: Lowering, call: Call, action: Action, args: Arguments): TypedValue {
	const { draft } = lowering;
	const { place } = args;
	const { span } = call;
	if (action.kind === "fence") {
		draft.emit({ kind: "fence", ...(place && { address: place.address }), tags: action.tags, span });
		return action.hasValue ? intConstant(0n) : VOID_VALUE;
	}
	if (!place) return VOID_VALUE;
	switch (action.kind) {
		case "load":
			return readPlace(lowering, place, action.tags, span);
		case "store":
			writePlace(lowering, place, args.operand ?? intConstant(0n), action.tags, span);
			if (action.fence) draft.emit({ kind: "fence", tags: action.fence, span });
			return VOID_VALUE;
		case "update":
			return lowerUpdate(lowering, call, action, args, place);
		case "lock":
		case "unlock":
			markLock(lowering, place);
			draft.emit({ kind: action.kind, address: place.address, span });
			return VOID_VALUE;
		case "trylock":
		case "islocked": {
			markLock(lowering, place);
			const local = draft.newTemporary();
			draft.emit({ kind: action.kind, local, address: place.address, span });
			return { expression: localValue(local), type: INT };
		}
	}
}

/** What a call of a function does, named or through a pointer of that name. */
function lowerFunctionCall(lowering: Lowering, call: Call, binding: Binding): TypedValue | undefined {
	const { callee, operands } = call;
	const definition =
		binding.kind === "function"
			? binding.definition
			: calledFunction(lowering, lowering.value({ kind: "name", ...callee }), callee.span);
	const values = operands.map((operand) => {
		const value = lowering.value(operand);
		if (value.type.kind === "void") lowering.report.add(messages.noValue(operand.span));
		return value;
	});
	return definition ? lowering.inline(definition, values, call) : AFTER_ERROR;
}

function lowerHelper(lowering: Lowering, call: Call, helper: Helper): TypedValue | undefined {
	const { report } = lowering;
	const { form, operands } = helper;
	if (operands !== undefined && operands !== call.operands.length) {
		report.add(messages.wrongArgumentCount(form, operands, call.operands.length, call.span));
		return AFTER_ERROR;
	}
	const builtin = ATOMIC_BUILTINS.get(call.callee.name);
	const order = call.operands.at(-1);
	if (builtin && order && tagsOfOrder(builtin.kind, order) === undefined) {
		report.add(messages.badOrder(ordersOf(builtin.kind), order.span));
	}
	if (helper.lower) return helper.lower(lowering, call);
	const rewritten = helper.rewrite?.(call);
	if (rewritten === undefined) return undefined;
	if (rewritten.kind === "call") return lowering.call(rewritten);
	if (rewritten.kind !== "effects") return lowering.value(rewritten);
	lowering.effect(rewritten);
	return undefined;
}

/** What a call does; its value, or undefined if it has none. */
export function lowerCall(lowering: Lowering, call: Call): TypedValue | undefined {
	const { dialect, report, scope } = lowering;
	const isPlain = call.tags === undefined && call.operator === undefined && call.through === undefined;
	const binding = isPlain ? scope.find(call.callee.name) : undefined;
	if (binding && isCalled(binding)) return lowerFunctionCall(lowering, call, binding);
	const helper = helperFor(lowering, call);
	if (helper) return lowerHelper(lowering, call, helper);
	const primitive = callable(dialect, call);
	if (!primitive) {
		report.add(callComplaint(dialect, call));
		return AFTER_ERROR;
	}
	const complaint = tagComplaint(dialect, call);
	if (complaint) report.add(complaint);
	const { length } = primitive.roles;
	if (call.operands.length !== length) {
		report.add(messages.wrongArgumentCount(signature(primitive), length, call.operands.length, call.span));
		return AFTER_ERROR;
	}
	const args = lowerArguments(lowering, call, primitive);
	if (!args) return AFTER_ERROR;
	const value = perform(lowering, call, primitive.action, args);
	return value.type.kind === "void" ? undefined : value;
}
