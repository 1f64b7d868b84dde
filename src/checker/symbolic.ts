import { type Computed, UNDEFINED_RESULT } from "../execution/arithmetic.ts";
import { isPointer, sameValue, type Value } from "../execution/value.ts";

/** What a read event of the same thread will have read. */
export interface ReadSymbol {
	readonly kind: "read";
	/** Index among the thread's events. */
	readonly event: number;
	readonly key: string;
}

/** A computation that waits for at least one read. */
export interface AppliedSymbol {
	readonly kind: "applied";
	readonly operands: readonly Symbolic[];
	readonly compute: (operands: readonly Value[]) => Computed;
	/** Equal for computations that are the same by their text. */
	readonly key: string;
}

/** A value of a thread that may not be known yet: data flows on through it. */
export type Symbolic = Computed | ReadSymbol | AppliedSymbol;

/** Whether a symbolic value is already a plain one (or known to have no meaning). */
export function isConcrete(value: Symbolic): value is Computed {
	return typeof value !== "object" || !("kind" in value);
}

/** A text that is equal for symbolic values that must be equal in every execution. */
export function symbolKey(value: Symbolic): string {
	if (value === UNDEFINED_RESULT) return "undefined";
	if (typeof value === "bigint") return String(value);
	if ("kind" in value) return value.key;
	return `&${value.object}+${value.offset}`;
}

/** The symbol of a read event. */
export function readSymbol(event: number): ReadSymbol {
	return { kind: "read", event, key: `r${event}` };
}

/**
 * A computation on operands, done at once if all are concrete. `name` must tell computations apart that
 * differ in anything but their operands.
 */
export function applySymbolically(
	name: string,
	operands: readonly Symbolic[],
	compute: (operands: readonly Value[]) => Computed,
): Symbolic {
	const values: Value[] = [];
	for (const operand of operands) {
		if (operand === UNDEFINED_RESULT) return UNDEFINED_RESULT;
		if (isConcrete(operand)) values.push(operand);
	}
	if (values.length === operands.length) return compute(values);
	const key = `(${name} ${operands.map(symbolKey).join(" ")})`;
	return { kind: "applied", operands, compute, key };
}

/** Whether two symbolic values are certainly equal. */
export function sameSymbol(left: Symbolic, right: Symbolic): boolean {
	if (isConcrete(left) && isConcrete(right)) {
		if (left === UNDEFINED_RESULT || right === UNDEFINED_RESULT) return left === right;
		return isPointer(left) || isPointer(right) ? sameValue(left, right) : left === right;
	}
	return symbolKey(left) === symbolKey(right);
}
