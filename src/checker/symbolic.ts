import { type Computed, UNDEFINED_RESULT } from "../execution/arithmetic.ts";
import { sameValue, type Value } from "../execution/value.ts";

/** What a read event of the same thread will have read. */
export interface ReadSymbol {
	readonly kind: "read";
	/** Index among the thread's events. */
	readonly event: number;
}

/** A computation that waits for at least one read. Operands may be shared: it is a graph, not a tree. */
export interface AppliedSymbol {
	readonly kind: "applied";
	/** Tells computations apart that differ in anything but their operands. */
	readonly name: string;
	readonly operands: readonly Symbolic[];
	readonly compute: (operands: readonly Value[]) => Computed;
}

/** A value of a thread that may not be known yet: data flows on through it. */
export type Symbolic = Computed | ReadSymbol | AppliedSymbol;

/** Whether a symbolic value is already a plain one (or known to have no meaning). */
export function isConcrete(value: Symbolic): value is Computed {
	return typeof value !== "object" || !("kind" in value);
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
	return { kind: "applied", name, operands, compute };
}

/** The reads of its own thread that a symbolic value is computed from, without a way through memory. */
export function readsIn(symbol: Symbolic): ReadonlySet<number> {
	const reads = new Set<number>();
	const seen = new Set<AppliedSymbol>();
	const visit = (part: Symbolic): void => {
		if (isConcrete(part)) return;
		if (part.kind === "read") reads.add(part.event);
		else if (!seen.has(part)) {
			seen.add(part);
			part.operands.forEach(visit);
		}
	};
	visit(symbol);
	return reads;
}

/** Whether two symbolic values are certainly equal: concrete and equal, or the same computation by their text. */
export function sameSymbol(left: Symbolic, right: Symbolic): boolean {
	return isSame(left, right, new Map());
}

/** `known` has the pairs already found equal, so that shared operands are compared once. */
function isSame(left: Symbolic, right: Symbolic, known: Map<AppliedSymbol, AppliedSymbol>): boolean {
	if (left === right) return true;
	if (isConcrete(left) || isConcrete(right)) {
		if (!isConcrete(left) || !isConcrete(right)) return false;
		if (left === UNDEFINED_RESULT || right === UNDEFINED_RESULT) return false;
		return sameValue(left, right);
	}
	if (left.kind === "read" || right.kind === "read")
		return left.kind === "read" && right.kind === "read" && left.event === right.event;
	if (known.get(left) === right) return true;
	if (left.name !== right.name || left.operands.length !== right.operands.length) return false;
	if (!left.operands.every((operand, i) => isSame(operand, right.operands[i], known))) return false;
	known.set(left, right);
	return true;
}
