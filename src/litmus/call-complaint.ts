import { setOfTag } from "../execution/set-of-tag.ts";
import { STRUCTURAL_SETS } from "../execution/structural-sets.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import * as messages from "../source/messages-litmus.ts";
import { nearestNames } from "../source/nearest-names.ts";
import type { CExpression } from "./ast.ts";
import { type Dialect, type InstructionKind, tagsUpdates } from "./dialect.ts";
import { helperNames } from "./helper-for.ts";
import { INTRINSICS, looksIntrinsic } from "./intrinsics.ts";
import { PRIMITIVES } from "./primitives.ts";

type Call = CExpression & { kind: "call" };

/** What is wrong with a call that means nothing. */
export function callComplaint(dialect: Dialect, call: Call): Diagnostic {
	const { name, span } = call.callee;
	const intrinsic = INTRINSICS.get(name);
	if (intrinsic !== undefined) {
		if ((call.operator !== undefined) !== (intrinsic.hasOperator ?? false)) {
			return messages.intrinsicOperator(name, intrinsic.hasOperator ?? false, call.span);
		}
		return messages.intrinsicTags(name, intrinsic.mostTags, call.span);
	}
	if (looksIntrinsic(name)) {
		return messages.unknownIntrinsic(name, nearestNames(name, INTRINSICS.keys()), span);
	}
	const { macros } = dialect;
	if (macros === undefined) {
		const known = [...PRIMITIVES.keys(), ...helperNames()];
		return messages.unknownCall(name, nearestNames(name, known), span);
	}
	const macro = macros.get(name);
	if (macro === undefined) {
		const path = macros.file.path;
		return messages.unknownMacro(name, nearestNames(name, macros.names()), path, span);
	}
	const { parameters } = macro;
	const form = `${name}(${parameters.join(", ")})`;
	return messages.wrongArgumentCount(form, parameters.length, call.operands.length, call.span);
}

/** Kinds of instructions whose tags a read-modify-write may have where its strength is not all in its tags. */
const PARTS: readonly InstructionKind[] = ["RMW", "R", "W", "F"];

/** A tag cannot put events into sets that they are in for what they are. */
const RESERVED: ReadonlySet<string> = new Set(STRUCTURAL_SETS);

/**
 * A complaint about the first tag of an intrinsic that no event can have, or that the model does not declare for
 * such instructions.
 */
export function tagComplaint(dialect: Dialect, call: Call): Diagnostic | undefined {
	const reserved = call.tags?.find(({ name }) => RESERVED.has(setOfTag(name)));
	if (reserved !== undefined) return messages.reservedTag(reserved.name, reserved.span);
	const kind = INTRINSICS.get(call.callee.name)?.kind;
	const { declaredTags } = dialect;
	if (kind === undefined || declaredTags === undefined) return undefined;
	const kinds = kind === "RMW" && !tagsUpdates(dialect) ? PARTS : [kind];
	const declared = kinds.flatMap((one) => {
		const tags = declaredTags.get(one);
		return tags === undefined ? [] : [tags];
	});
	if (declared.length === 0) return undefined;
	const wrong = call.tags?.find(({ name }) => !declared.some((tags) => tags.has(name)));
	if (wrong === undefined) return undefined;
	const near = nearestNames(
		wrong.name,
		declared.flatMap((tags) => [...tags]),
	);
	return messages.undeclaredTag(wrong.name, call.callee.name, near, wrong.span);
}
