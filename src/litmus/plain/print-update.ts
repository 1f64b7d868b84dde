import type { Expression } from "../../execution/expression.ts";
import type { Update } from "../../execution/instruction.ts";
import { mentions } from "../build-expression.ts";

/** A read-modify-write as a call: the primitive's name, and its arguments beside the location. */
export interface UpdateCall {
	readonly name: string;
	readonly operands: readonly Expression[];
	/** Whether the location is the last argument rather than the first. */
	readonly isLast: boolean;
	readonly hasValue: boolean;
}

const SUFFIXES: Readonly<Record<string, string>> = {
	MB: "",
	ONCE: "_relaxed",
	ACQUIRE: "_acquire",
	RELEASE: "_release",
};

const OPERATIONS: Readonly<Record<string, string>> = {
	"+": "add",
	"-": "sub",
	"&": "and",
	"|": "or",
	"^": "xor",
};

function bare(expression: Expression): Expression {
	return expression.kind === "convert" ? bare(expression.operand) : expression;
}

function isLocal(expression: Expression, local: number): boolean {
	const inner = bare(expression);
	return inner.kind === "local" && inner.local === local;
}

/** The operation and operand of a new value that is computed from the old one. */
function operationOf(next: Expression, local: number): readonly [string, Expression] | undefined {
	const inner = bare(next);
	if (inner.kind !== "binary" || !isLocal(inner.left, local) || mentions(inner.right, local))
		return undefined;
	const name = OPERATIONS[inner.operator];
	return name === undefined ? undefined : [name, inner.right];
}

/** The call that a read-modify-write stands for; undefined if no primitive does the same. */
export function updateCall({ local, next, when, ...update }: Update): UpdateCall | undefined {
	const [tag] = update.tags;
	if (update.tags.length !== 1 || update.writeTags || update.failedTags || update.fences) return undefined;
	const suffix = SUFFIXES[tag];
	const operation = operationOf(next, local);
	if (when !== undefined) {
		const test = bare(when);
		if (test.kind !== "binary" || !isLocal(test.left, local) || suffix === undefined) return undefined;
		if (test.operator === "==" && !mentions(next, local)) {
			return { name: `cmpxchg${suffix}`, operands: [test.right, next], isLast: false, hasValue: true };
		}
		if (test.operator !== "!=" || operation?.[0] !== "add" || suffix !== "") return undefined;
		const operands = [operation[1], test.right];
		return { name: "atomic_fetch_add_unless", operands, isLast: false, hasValue: true };
	}
	if (!mentions(next, local)) {
		if (suffix === undefined) return undefined;
		return { name: `xchg${suffix}`, operands: [next], isLast: false, hasValue: true };
	}
	if (operation === undefined) return undefined;
	const [name, operand] = operation;
	if (tag === "NORETURN")
		return { name: `atomic_${name}`, operands: [operand], isLast: true, hasValue: false };
	if (suffix === undefined) return undefined;
	return { name: `atomic_fetch_${name}${suffix}`, operands: [operand], isLast: true, hasValue: true };
}
