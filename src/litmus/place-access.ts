import * as messages from "../source/messages-litmus.ts";
import type { Span } from "../source/span.ts";
import { localValue } from "./build-expression.ts";
import { accessType, INT } from "./c-type.ts";
import type { Lowering, Place } from "./lowering.ts";
import { convertTo } from "./typed-operation.ts";
import type { TypedValue } from "./typed-value.ts";

/** Reads a place: a local's value, or a load with the given tags into a new temporary. */
export function readPlace(lowering: Lowering, place: Place, tags: readonly string[], span: Span): TypedValue {
	if (place.kind === "local") {
		return { expression: localValue(place.variable.local), type: place.variable.type ?? INT };
	}
	const local = lowering.draft.newTemporary();
	const own = tags.length > 0 ? tags : defaultTags(lowering, "R");
	lowering.draft.emit({ kind: "load", local, address: place.address, tags: own, span });
	return { expression: localValue(local), type: accessType(place.type) };
}

/** Assigns a value to a place, by a store with the given tags or by an assignment; the value that it then has. */
export function writePlace(
	lowering: Lowering,
	place: Place,
	value: TypedValue,
	tags: readonly string[],
	span: Span,
): TypedValue {
	const { draft, report } = lowering;
	if (place.kind === "memory") {
		const type = accessType(place.type);
		if (type.kind === "integer" && type.type.bits < 64 && value.type.kind === "pointer") {
			report.add(messages.addressInInteger(span));
		}
		const stored = convertTo(type, value);
		const own = tags.length > 0 ? tags : defaultTags(lowering, "W");
		draft.emit({ kind: "store", address: place.address, value: stored.expression, tags: own, span });
		return stored;
	}
	const { variable } = place;
	variable.type ??= value.type;
	const { expression } = variable.declared ? convertTo(variable.type, value) : value;
	const isTaken = expression.kind === "local" && draft.retarget(expression.local, variable.local);
	if (!isTaken) draft.emit({ kind: "assign", local: variable.local, value: expression, span });
	return { expression: localValue(variable.local), type: variable.type };
}

/** What a model makes of an access that the test gives no tag. */
function defaultTags(lowering: Lowering, kind: "R" | "W"): readonly string[] {
	return lowering.dialect.defaultTags?.get(kind) ?? [];
}
