import * as messages from "../../source/messages-litmus.ts";
import { nearestNames } from "../../source/nearest-names.ts";
import type { CExpression } from "../ast.ts";
import { localValue } from "../build-expression.ts";
import { type CType, INT, sizeOf, VOID } from "../c-type.ts";
import { findMember, memberNames } from "../declarations/find-member.ts";
import type { Lowering } from "../lowering.ts";
import { sizeConstant } from "../size-constant.ts";
import { applyUnary, combine, truthOf } from "../typed-operation.ts";
import { AFTER_ERROR, intConstant, type TypedValue } from "../typed-value.ts";
import type { Call, Helper } from "./helper.ts";
import { typeAmong } from "./rewritten-helpers.ts";

// Helpers that say something to the checker, and those that ask about types.

/** The most values of one choice. */
const MOST_CHOICES = 65_536n;

/** How the properties of assertions in this body call it: `P0`, or the function's name. */
function placeName({ active, process }: Lowering): string {
	return active.at(-1)?.name.name ?? `P${process.number}`;
}

/** Emits that a condition must hold. */
function emitAssertion(lowering: Lowering, call: Call, condition: TypedValue): void {
	const { draft, unit } = lowering;
	const property = unit.assertions.at(call.callee.span, placeName(lowering));
	draft.emit({ kind: "assert", property, condition: condition.expression, span: call.span });
}

const assertion: Helper = {
	form: "assert(condition)",
	operands: 1,
	lower: (lowering, call) => {
		emitAssertion(lowering, call, truthOf(lowering.value(call.operands[0])));
		return undefined;
	},
	type: () => VOID,
};

/** A condition that must not hold; the call has its value. More arguments say it in words. */
function warning(name: string, operands?: number): [string, Helper] {
	return [
		name,
		{
			form: `${name}(condition)`,
			...(operands !== undefined && { operands }),
			lower: (lowering, call) => {
				const [condition] = call.operands;
				if (condition === undefined) return AFTER_ERROR;
				const seen = truthOf(lowering.value(condition));
				emitAssertion(lowering, call, applyUnary("!", seen));
				return seen;
			},
			type: () => INT,
		},
	];
}

const bug: Helper = {
	form: "BUG_ON(condition)",
	operands: 1,
	lower: (lowering, call) => {
		emitAssertion(lowering, call, applyUnary("!", truthOf(lowering.value(call.operands[0]))));
		return undefined;
	},
	type: () => VOID,
};

const assumption: Helper = {
	form: "assume(condition)",
	operands: 1,
	lower: (lowering, call) => {
		const condition = truthOf(lowering.value(call.operands[0])).expression;
		lowering.draft.emit({ kind: "assume", condition, span: call.span });
		return undefined;
	},
	type: () => VOID,
};

/** A constant integer among the arguments; undefined, and reported, if it is none. */
function constantAmong(lowering: Lowering, operand: CExpression): bigint | undefined {
	const { expression } = lowering.value(operand);
	if (expression.kind === "constant" && typeof expression.value === "bigint") return expression.value;
	lowering.report.add(messages.notConstant(operand.span));
	return undefined;
}

function chooseAmong(lowering: Lowering, call: Call, low: bigint, count: bigint): TypedValue {
	if (count < 1n || count > MOST_CHOICES) {
		lowering.report.add(messages.badChoice(MOST_CHOICES, call.span));
		return AFTER_ERROR;
	}
	const local = lowering.draft.newTemporary();
	lowering.draft.emit({ kind: "choose", local, values: Number(count), span: call.span });
	const chosen: TypedValue = { expression: localValue(local), type: INT };
	return low === 0n ? chosen : combine("+", chosen, intConstant(low));
}

const choice: Helper = {
	form: "choose(n)",
	operands: 1,
	lower: (lowering, call) => {
		const count = constantAmong(lowering, call.operands[0]);
		return count === undefined ? AFTER_ERROR : chooseAmong(lowering, call, 0n, count);
	},
	type: () => INT,
};

const rangeChoice: Helper = {
	form: "choose_range(low, high)",
	operands: 2,
	lower: (lowering, call) => {
		const [low, high] = call.operands.map((operand) => constantAmong(lowering, operand));
		if (low === undefined || high === undefined) return AFTER_ERROR;
		return chooseAmong(lowering, call, low, high - low + 1n);
	},
	type: () => INT,
};

/** The bytes from a structure's start to a member of it, which an expression such as `a.b[1]` names. */
function offsetOf(
	lowering: Lowering,
	type: CType,
	path: CExpression,
): { type: CType; offset: number } | undefined {
	if (path.kind === "index") {
		const array = offsetOf(lowering, type, path.array);
		const index = constantAmong(lowering, path.index);
		if (array === undefined || index === undefined) return undefined;
		if (array.type.kind !== "array") return noMember(lowering, path, array.type, "[]");
		return { type: array.type.of, offset: array.offset + Number(index) * sizeOf(array.type.of) };
	}
	if (path.kind !== "name" && path.kind !== "member") return noMember(lowering, path, type, "?");
	const name = path.kind === "name" ? path.name : path.name.name;
	const whole = path.kind === "member" ? offsetOf(lowering, type, path.operand) : { type, offset: 0 };
	if (whole === undefined) return undefined;
	const member = whole.type.kind === "record" ? findMember(whole.type, name) : undefined;
	if (member === undefined) return noMember(lowering, path, whole.type, name);
	return { type: member.type, offset: whole.offset + member.offset };
}

function noMember({ report }: Lowering, { span }: CExpression, type: CType, name: string): undefined {
	if (type.kind !== "record") report.add(messages.noMembers(name, false, span));
	else if (!type.members) report.add(messages.incompleteType(type.name, span));
	else report.add(messages.unknownMember(type.name, name, nearestNames(name, memberNames(type)), span));
	return undefined;
}

const offsetHelper: Helper = {
	form: "offsetof(type, member)",
	operands: 2,
	lower: (lowering, call) => {
		const [type, path] = call.operands;
		const found = offsetOf(lowering, lowering.unit.types.resolveOr(typeAmong(type), INT), path);
		return sizeConstant(lowering, found?.offset ?? 0);
	},
	type: (lowering) => sizeConstant(lowering, 0).type,
};

const interruptHelper: Helper = {
	form: "in_nmi()",
	operands: 0,
	lower: ({ isInterrupt }) => intConstant(isInterrupt ? 1n : 0n),
	type: () => INT,
};

/** Leaves a note named by what stands after `trace_`. */
export const TRACE_HELPER: Helper = {
	form: "trace_name(...)",
	lower: (lowering, call) => {
		const operands = call.operands.map((operand) => lowering.value(operand).expression);
		const name = call.callee.name.slice("trace_".length);
		lowering.draft.emit({ kind: "note", name, operands, span: call.span });
		return undefined;
	},
	type: () => VOID,
};

/** All others by name. */
export const CHECKING_HELPERS: ReadonlyMap<string, Helper> = new Map<string, Helper>([
	["assert", assertion],
	warning("WARN_ON", 1),
	warning("WARN_ON_ONCE", 1),
	warning("WARN"),
	warning("WARN_ONCE"),
	["BUG_ON", bug],
	["assume", assumption],
	["choose", choice],
	["choose_range", rangeChoice],
	["offsetof", offsetHelper],
	["in_nmi", interruptHelper],
]);
