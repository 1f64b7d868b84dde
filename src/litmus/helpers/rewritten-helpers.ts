import type { CExpression, TypeSyntax } from "../ast.ts";
import type { Call, Helper } from "./helper.ts";
import { apply, castTo, intrinsic, not, nothing, number, typeNamed } from "./write-expression.ts";

// Helpers that are short for other expressions.

type Rewrite = (call: Call, ...operands: CExpression[]) => CExpression;

function rewriting(form: string, rewrite: Rewrite): [string, Helper] {
	const [name, inside] = form.split(/[()]/);
	const operands = inside === "" ? 0 : inside.split(",").length;
	return [name, { form, operands, rewrite: (call) => rewrite(call, ...call.operands) }];
}

/** A type among a call's arguments; a name alone was read as an expression. */
export function typeAmong(operand: CExpression): TypeSyntax {
	if (operand.kind === "type") return operand.type;
	return typeNamed([operand.kind === "name" ? operand.name : "?"], 0, operand.span);
}

function castToType(type: CExpression, operand: CExpression): CExpression {
	return { kind: "cast", type: typeAmong(type), operand, span: operand.span };
}

function comparing(name: string): Rewrite {
	return ({ span }, type, ...operands) => {
		const converted = operands.map((operand) => castToType(type, operand));
		return { kind: "call", callee: { name, span }, operands: converted, span };
	};
}

/** What a failed lock gives: -EDEADLK. */
const LOCK_ERROR = -35;

function locking(intrinsicName: "__lock" | "__unlock" | "__trylock"): Rewrite {
	return ({ callee, span }, lock) => intrinsic(intrinsicName, [], [lock], callee.name, span);
}

function lockNames(prefix: string): readonly [string, Helper][] {
	const suffixes = ["", "_irq", "_bh"];
	const isPrimitive = prefix === "spin";
	return [
		...suffixes.flatMap((suffix) =>
			isPrimitive && suffix === ""
				? []
				: [
						rewriting(`${prefix}_lock${suffix}(l)`, locking("__lock")),
						rewriting(`${prefix}_unlock${suffix}(l)`, locking("__unlock")),
						rewriting(`${prefix}_trylock${suffix}(l)`, locking("__trylock")),
					],
		),
		rewriting(`${prefix}_lock_irqsave(l, flags)`, locking("__lock")),
		rewriting(`${prefix}_unlock_irqrestore(l, flags)`, locking("__unlock")),
		rewriting(`${prefix}_trylock_irqsave(l, flags)`, locking("__trylock")),
		rewriting(`${prefix}_lock_init(l)`, ({ span }) => nothing(span)),
	];
}

/** A lock that can fail: 0 once it is taken, an error where it is seen taken. */
const failingLock: Rewrite = (call, lock) => {
	const taken = locking("__trylock")(call, lock);
	const { span } = call;
	return apply("*", not(taken), number(LOCK_ERROR, span), span);
};

const FAILING_LOCKS: readonly [string, Helper][] = ["raw_res_spin", "res_spin"].flatMap((prefix) => [
	rewriting(`${prefix}_lock(l)`, failingLock),
	rewriting(`${prefix}_lock_irqsave(l, flags)`, failingLock),
	rewriting(`${prefix}_unlock(l)`, locking("__unlock")),
	rewriting(`${prefix}_unlock_irqrestore(l, flags)`, locking("__unlock")),
	rewriting(`${prefix}_lock_init(l)`, ({ span }) => nothing(span)),
]);

const SILENT: readonly [string, Helper][] = [
	...["cpu_relax", "might_sleep", "preempt_disable", "preempt_enable", "migrate_disable", "migrate_enable"],
	...["local_irq_disable", "local_irq_enable", "cond_resched"],
].map((name) => rewriting(`${name}()`, ({ span }) => nothing(span)));

/** All of them by name. */
export const REWRITTEN_HELPERS: ReadonlyMap<string, Helper> = new Map([
	rewriting("ATOMIC_INIT(x)", (_call, x) => x),
	rewriting("ATOMIC64_INIT(x)", (_call, x) => x),
	rewriting("ATOMIC_LONG_INIT(x)", (_call, x) => x),
	rewriting("likely(x)", (_call, x) => not(not(x))),
	rewriting("unlikely(x)", (_call, x) => not(not(x))),
	rewriting("IS_ERR(p)", ({ span }, p) => isError(p, span)),
	rewriting("IS_ERR_OR_NULL(p)", ({ span }, p) => apply("||", not(p), isError(p, span), span)),
	rewriting("PTR_ERR(p)", (_call, p) => castTo(["long"], 0, p)),
	rewriting("ERR_PTR(error)", (_call, error) => castTo(["void"], 1, castTo(["long", "long"], 0, error))),
	rewriting("BIT(n)", ({ span }, n) =>
		apply("<<", castTo(["unsigned", "long"], 0, number(1, span)), n, span),
	),
	rewriting("BIT_ULL(n)", ({ span }, n) => apply("<<", castTo(["u64"], 0, number(1, span)), n, span)),
	rewriting("ARRAY_SIZE(array)", ({ span }, array) => {
		const first: CExpression = { kind: "index", array, index: number(0, span), span };
		const size = (operand: CExpression): CExpression => ({ kind: "sizeofValue", operand, span });
		return apply("/", size(array), size(first), span);
	}),
	rewriting("min_t(type, a, b)", comparing("min")),
	rewriting("max_t(type, a, b)", comparing("max")),
	rewriting("clamp_t(type, x, low, high)", comparing("clamp")),
	rewriting("container_of(p, type, member)", ({ span }, p, type, member) => {
		const syntax = typeAmong(type);
		const bytes: CExpression = {
			kind: "call",
			callee: { name: "offsetof", span },
			operands: [type, member],
			span,
		};
		const start = apply("-", castTo(["char"], 1, p), bytes, span);
		return { kind: "cast", type: { ...syntax, pointers: syntax.pointers + 1 }, operand: start, span };
	}),
	rewriting("local_irq_save(flags)", ({ span }) => nothing(span)),
	rewriting("local_irq_restore(flags)", ({ span }) => nothing(span)),
	...SILENT,
	...["spin", "raw_spin"].flatMap(lockNames),
	...FAILING_LOCKS,
]);

function isError(pointer: CExpression, span: CExpression["span"]): CExpression {
	const lowest = castTo(["u64"], 0, number(-4095, span));
	return apply(">=", castTo(["u64"], 0, pointer), lowest, span);
}
