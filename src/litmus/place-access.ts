import { isPointer, type Value } from "../execution/value.ts";
import * as messages from "../source/messages-litmus.ts";
import type { Span } from "../source/span.ts";
import { constant, localValue } from "./build-expression.ts";
import { accessType, type CType, decayed, INT, isScalar, sizeOf } from "./c-type.ts";
import type { Lowering, Place } from "./lowering.ts";
import type { LocalVariable } from "./scope.ts";
import { convertTo } from "./typed-operation.ts";
import { AFTER_ERROR, type TypedValue } from "./typed-value.ts";

type MemoryPlace = Place & { readonly kind: "memory" };

/** The local behind an address of one; undefined for a place in memory. Undefined twice over, and reported, if there is none. */
function localBehind(
	lowering: Lowering,
	{ address, type }: MemoryPlace,
	span: Span,
): { readonly variable: LocalVariable | undefined } | undefined {
	if (address.kind !== "constant" || !isPointer(address.value)) return undefined;
	const object = lowering.objects.find(address.value);
	if (object === undefined) return undefined;
	const variable = object.scalars.get(address.value.offset);
	if (variable !== undefined && sizeOf(variable.type) === sizeOf(type)) return { variable };
	lowering.report.add(messages.noSuchPart(object.name, span));
	return { variable: undefined };
}

/** The value of a location that keeps it for ever, where it is known which one is meant. */
function constantAt(lowering: Lowering, { address, type }: MemoryPlace): Value | undefined {
	if (address.kind !== "constant" || !isPointer(address.value)) return undefined;
	const { object, offset } = address.value;
	if (object < 0 || !lowering.unit.hasLayouts) return undefined;
	for (const variable of lowering.memory.values()) {
		if (variable.object !== object || variable.layout === undefined) continue;
		const index = variable.layout.at.get(offset);
		if (index === undefined) return undefined;
		const cell = variable.layout.cells[index];
		return cell.isConst && sizeOf(cell.type) === sizeOf(type) ? variable.initial.at(index) : undefined;
	}
	return undefined;
}

/** What accesses to a place of a type say of their size; nothing where all locations have the same. */
export function accessSize(lowering: Lowering, { address, type }: MemoryPlace): { readonly size?: number } {
	if (!lowering.unit.hasLayouts || !isScalar(type)) return {};
	if (address.kind === "constant" && isPointer(address.value)) {
		const { object } = address.value;
		const variable = [...lowering.memory.values()].find((one) => one.object === object);
		if (variable?.layout === undefined) return {};
	}
	return { size: sizeOf(type) };
}

/** Reads a place: a local's value, or a load with the given tags into a new temporary. */
export function readPlace(lowering: Lowering, place: Place, tags: readonly string[], span: Span): TypedValue {
	if (place.kind === "local") {
		return { expression: localValue(place.variable.local), type: place.variable.type ?? INT };
	}
	const { address, type, isConst } = place;
	if (type.kind === "array" || type.kind === "function") return { expression: address, type: decayed(type) };
	if (type.kind === "record") {
		lowering.report.add(messages.wholeRecord(type.name, span));
		return AFTER_ERROR;
	}
	const own = localBehind(lowering, place, span);
	if (own) {
		if (own.variable === undefined) return AFTER_ERROR;
		return convertTo(type, readPlace(lowering, { kind: "local", variable: own.variable }, [], span));
	}
	const known = constantAt(lowering, place);
	if (known !== undefined) return { expression: constant(known), type: accessType(type) };
	const local = lowering.draft.newTemporary();
	const read = tags.length > 0 ? tags : defaultTags(lowering, "R");
	const load = { kind: "load", local, address, ...accessSize(lowering, place), tags: read, span } as const;
	lowering.draft.emit(load, isConst !== true);
	return { expression: localValue(local), type: accessType(type) };
}

/** Assigns a value to a place, by a store with the given tags or by an assignment; the value that it then has. */
export function writePlace(
	lowering: Lowering,
	place: Place,
	value: TypedValue,
	tags: readonly string[],
	span: Span,
): TypedValue {
	if (place.kind === "memory") return writeMemory(lowering, place, value, tags, span);
	const { draft } = lowering;
	const { variable } = place;
	variable.type ??= value.type;
	const { expression } = variable.declared ? convertTo(variable.type, value) : value;
	const isTaken = expression.kind === "local" && draft.retarget(expression.local, variable.local);
	if (!isTaken) draft.emit({ kind: "assign", local: variable.local, value: expression, span });
	return { expression: localValue(variable.local), type: variable.type };
}

function writeMemory(
	lowering: Lowering,
	place: MemoryPlace,
	value: TypedValue,
	tags: readonly string[],
	span: Span,
): TypedValue {
	const { draft, report } = lowering;
	const type: CType = accessType(place.type);
	if (!isScalar(type)) {
		report.add(messages.notAssignable(span));
		return AFTER_ERROR;
	}
	const own = localBehind(lowering, place, span);
	if (own) {
		if (own.variable === undefined) return AFTER_ERROR;
		const converted = convertTo(type, value);
		return writePlace(lowering, { kind: "local", variable: own.variable }, converted, [], span);
	}
	if (constantAt(lowering, place) !== undefined) report.add(messages.constantWritten(span));
	if (type.kind === "integer" && type.type.bits < 64 && value.type.kind === "pointer") {
		if (!type.type.holdsAddress) report.add(messages.addressInInteger(span));
	}
	const stored = convertTo(type, value);
	const written = tags.length > 0 ? tags : defaultTags(lowering, "W");
	const { address } = place;
	draft.emit({
		kind: "store",
		address,
		value: stored.expression,
		...accessSize(lowering, place),
		tags: written,
		span,
	});
	return stored;
}

/** What a model makes of an access that the test gives no tag. */
function defaultTags(lowering: Lowering, kind: "R" | "W"): readonly string[] {
	return lowering.dialect.defaultTags?.get(kind) ?? [];
}
