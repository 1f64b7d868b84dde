import type { CExpression } from "./ast.ts";
import { type Dialect, tagsUpdates } from "./dialect.ts";
import { INTRINSICS, type Intrinsic } from "./intrinsics.ts";
import type { Primitive } from "./primitive.ts";
import { PRIMITIVES } from "./primitives.ts";

type Call = CExpression & { kind: "call" };

/** The intrinsic that a call is of, unless tags or an operator are missing or in excess. */
function intrinsicOf(call: Call): Intrinsic | undefined {
	const intrinsic = INTRINSICS.get(call.callee.name);
	if (intrinsic === undefined) return undefined;
	const tags = call.tags?.length ?? 0;
	const hasTags = tags === 0 ? intrinsic.mostTags === 0 || intrinsic.impliedTag !== undefined : true;
	if (!hasTags || tags > intrinsic.mostTags) return undefined;
	return (call.operator !== undefined) === (intrinsic.hasOperator ?? false) ? intrinsic : undefined;
}

/**
 * What a call whose macros have been expanded means; undefined if nothing, which is then for the caller to report.
 * How many operands it has is not looked at.
 */
export function callable(dialect: Dialect, call: Call): Primitive | undefined {
	const { name } = call.callee;
	const intrinsic = intrinsicOf(call);
	if (intrinsic === undefined) {
		const isPlain = call.tags === undefined && call.operator === undefined;
		return isPlain && dialect.macros === undefined ? PRIMITIVES.get(name) : undefined;
	}
	const { impliedTag } = intrinsic;
	const implied =
		impliedTag === undefined ? [] : [tagsUpdates(dialect) ? impliedTag.toUpperCase() : impliedTag];
	const tags = call.tags?.map((tag) => tag.name) ?? implied;
	const isShort = intrinsic.lastIsOptional && call.operands.length < intrinsic.roles.length;
	return {
		name,
		roles: isShort ? intrinsic.roles.slice(0, -1) : intrinsic.roles,
		action: intrinsic.action(tags, call.operator, dialect),
	};
}
