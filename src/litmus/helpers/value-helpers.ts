import { localValue, select } from "../build-expression.ts";
import { decayed } from "../c-type.ts";
import { applyUnary, choiceType, combine, convertTo } from "../typed-operation.ts";
import { intConstant, type TypedValue } from "../typed-value.ts";
import type { Helper } from "./helper.ts";

// Helpers whose value is computed from those of their arguments, each evaluated once, from left to right.

const ONE = intConstant(1n);

/** One of two values, by whether `a operator b`. */
function chosen(operator: "<" | ">", left: TypedValue, right: TypedValue): TypedValue {
	const type = choiceType(left.type, right.type);
	const [a, b] = [convertTo(type, left), convertTo(type, right)];
	return { expression: select(combine(operator, a, b).expression, a.expression, b.expression), type };
}

/** `x - 1` of an alignment, in the type of what is aligned. */
function maskOf(x: TypedValue, alignment: TypedValue): TypedValue {
	return convertTo(x.type, combine("-", alignment, ONE));
}

function alignedUp(x: TypedValue, alignment: TypedValue): TypedValue {
	const mask = maskOf(x, alignment);
	return combine("&", combine("+", x, mask), applyUnary("~", mask));
}

const COMPUTED: Readonly<Record<string, (...operands: TypedValue[]) => TypedValue>> = {
	"min(a, b)": (a, b) => chosen("<", a, b),
	"max(a, b)": (a, b) => chosen(">", a, b),
	"clamp(x, low, high)": (x, low, high) => chosen("<", chosen(">", x, low), high),
	"round_up(x, y)": (x, y) => combine("+", combine("|", combine("-", x, ONE), maskOf(x, y)), ONE),
	"round_down(x, y)": (x, y) => combine("&", x, applyUnary("~", maskOf(x, y))),
	"ALIGN(x, a)": alignedUp,
	"ALIGN_DOWN(x, a)": (x, a) => combine("&", x, applyUnary("~", maskOf(x, a))),
	"IS_ALIGNED(x, a)": (x, a) => combine("==", combine("&", x, maskOf(x, a)), intConstant(0n)),
	"DIV_ROUND_UP(n, d)": (n, d) => combine("/", combine("-", combine("+", n, d), ONE), d),
};

/** All of them by name. */
export const VALUE_HELPERS: ReadonlyMap<string, Helper> = new Map(
	Object.entries(COMPUTED).map(([form, compute]): [string, Helper] => {
		const [name, inside] = form.split(/[()]/);
		const helper: Helper = {
			form,
			operands: inside.split(",").length,
			lower: ({ value, draft }, call) => {
				const operands = call.operands.map((operand): TypedValue => {
					const { expression, type } = value(operand);
					if (expression.kind === "constant" || expression.kind === "local") return { expression, type };
					const local = draft.newTemporary();
					draft.emit({ kind: "assign", local, value: expression, span: operand.span });
					return { expression: localValue(local), type };
				});
				return compute(...operands);
			},
			type: (_lowering, call, typeOf) =>
				compute(
					...call.operands.map((operand) => ({ expression: localValue(-1), type: decayed(typeOf(operand)) })),
				).type,
		};
		return [name, helper];
	}),
);
