import type { CExpression } from "../ast.ts";
import type { Call, Helper } from "./helper.ts";
import { intrinsic } from "./write-expression.ts";

// The atomic built-ins of C compilers, with the orders that the memory model has something of.

/** The tags of an access of an order; of an update with both, those of its read and its write. */
const TAGS: Readonly<Record<"load" | "store" | "update", Readonly<Record<string, readonly string[]>>>> = {
	load: { __ATOMIC_RELAXED: ["ONCE"], __ATOMIC_CONSUME: ["ONCE"], __ATOMIC_ACQUIRE: ["ACQUIRE"] },
	store: { __ATOMIC_RELAXED: ["ONCE"], __ATOMIC_RELEASE: ["RELEASE"] },
	update: {
		__ATOMIC_RELAXED: ["ONCE"],
		__ATOMIC_ACQUIRE: ["ACQUIRE"],
		__ATOMIC_RELEASE: ["RELEASE"],
		__ATOMIC_ACQ_REL: ["ACQUIRE", "RELEASE"],
		__ATOMIC_SEQ_CST: ["MB"],
	},
};

/** The tags that a call's last argument asks for; undefined for an order that such an access cannot have. */
export function tagsOfOrder(
	kind: "load" | "store" | "update",
	order: CExpression,
): readonly string[] | undefined {
	return order.kind === "name" ? TAGS[kind][order.name] : undefined;
}

/** The orders that there are for an access. */
export function ordersOf(kind: "load" | "store" | "update"): readonly string[] {
	return Object.keys(TAGS[kind]);
}

/** What an atomic built-in is. */
export interface AtomicBuiltin extends Helper {
	readonly kind: "load" | "store" | "update";
	readonly operands: number;
}

function pointedTo(pointer: CExpression): CExpression {
	return { kind: "dereference", operand: pointer, span: pointer.span };
}

function builtin(
	form: string,
	kind: AtomicBuiltin["kind"],
	to: (call: Call, tags: readonly string[]) => CExpression,
): [string, AtomicBuiltin] {
	const [name, inside] = form.split(/[()]/);
	const rewrite = (call: Call): CExpression => {
		const order = call.operands[call.operands.length - 1];
		return to(call, tagsOfOrder(kind, order) ?? ["ONCE"]);
	};
	return [name, { form, operands: inside.split(",").length, kind, rewrite }];
}

function fetching(name: "__atomic_fetch_op" | "__atomic_op_return", operator: "+" | "-" | "&" | "|" | "^") {
	return ({ operands: [p, v], callee, span }: Call, tags: readonly string[]): CExpression => {
		const call = intrinsic(name, tags, [p, v], callee.name, span);
		return call.kind === "call" ? { ...call, operator } : call;
	};
}

/** All of them by name. */
export const ATOMIC_BUILTINS: ReadonlyMap<string, AtomicBuiltin> = new Map([
	builtin("__atomic_load_n(p, order)", "load", ({ operands: [p], callee, span }, tags) =>
		intrinsic("__load", tags, [pointedTo(p)], callee.name, span),
	),
	builtin("__atomic_store_n(p, v, order)", "store", ({ operands: [p, v], callee, span }, tags) =>
		intrinsic("__store", tags, [pointedTo(p), v], callee.name, span),
	),
	builtin("__atomic_exchange_n(p, v, order)", "update", ({ operands: [p, v], callee, span }, tags) =>
		intrinsic("__xchg", tags, [p, v], callee.name, span),
	),
	...(
		[
			["add", "+"],
			["sub", "-"],
			["and", "&"],
			["or", "|"],
			["xor", "^"],
		] as const
	).flatMap(([name, operator]) => [
		builtin(`__atomic_fetch_${name}(p, v, order)`, "update", fetching("__atomic_fetch_op", operator)),
		builtin(`__atomic_${name}_fetch(p, v, order)`, "update", fetching("__atomic_op_return", operator)),
	]),
]);
