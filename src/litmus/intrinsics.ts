import { setOfTag } from "../execution/set-of-tag.ts";
import type { IntrinsicOperator } from "./ast.ts";
import { type Dialect, type InstructionKind, tagsUpdates } from "./dialect.ts";
import type { Action, Role, UpdateOperation } from "./primitive.ts";
import { fencedUpdateTags, plainUpdateTags } from "./update-tags.ts";

// The intrinsics of herd7's C, of which the macros of linux-kernel.def are made.

/** A call that is known without any definition; the tags in its braces say how strong it is. */
export interface Intrinsic {
	/** What its operands are for, in order; an operator after the first is not among them. */
	readonly roles: readonly Role[];
	/** Whether the last operand may be left out. */
	readonly lastIsOptional?: boolean;
	readonly hasOperator?: boolean;
	/** The most tags that it can have; it needs one, but where `impliedTag` takes its place. */
	readonly mostTags: number;
	readonly impliedTag?: string;
	/** The kind of instruction whose declared tags it may have. */
	readonly kind?: InstructionKind;
	/** What it does, with tags as they are written. */
	action(tags: readonly string[], operator: IntrinsicOperator | undefined, dialect: Dialect): Action;
}

const OPERATIONS: Readonly<Record<IntrinsicOperator, UpdateOperation>> = {
	"+": "add",
	"-": "sub",
	"&": "and",
	"|": "or",
	"^": "xor",
	"&~": "andnot",
};

type UpdateShape = Pick<Action & { kind: "update" }, "result" | "when">;

/** A read-modify-write; `operation` is that of one without an operator. */
function update(
	shape: UpdateShape,
	roles: readonly Role[],
	operation?: UpdateOperation,
	impliedTag?: string,
): Intrinsic {
	return {
		roles,
		hasOperator: operation === undefined,
		mostTags: 2,
		...(impliedTag !== undefined && { impliedTag }),
		kind: "RMW",
		action: (tags, operator, dialect) => ({
			kind: "update",
			...shape,
			operation: operation ?? OPERATIONS[operator ?? "+"],
			...(tagsUpdates(dialect) ? plainUpdateTags(tags) : fencedUpdateTags(tags, shape.when !== undefined)),
		}),
	};
}

/** A read, a write or a fence; all its tags are its event's. */
function simple(kind: InstructionKind, roles: readonly Role[], action: Action): Intrinsic {
	return {
		roles,
		mostTags: Number.POSITIVE_INFINITY,
		kind,
		action: (tags) => ({ ...action, tags: tags.map(setOfTag) }),
	};
}

function lock(kind: "lock" | "unlock" | "trylock" | "islocked"): Intrinsic {
	return { roles: ["address"], mostTags: 0, action: () => ({ kind }) };
}

/** All intrinsics by name. */
export const INTRINSICS: ReadonlyMap<string, Intrinsic> = new Map([
	["__load", simple("R", ["place"], { kind: "load", tags: [] })],
	["__store", simple("W", ["place", "operand"], { kind: "store", tags: [] })],
	["__fence", simple("F", [], { kind: "fence", tags: [] })],
	[
		"__srcu",
		{
			...simple("SRCU", ["address", "operand"], { kind: "fence", tags: [], hasValue: true }),
			lastIsOptional: true,
		},
	],
	["__xchg", update({ result: "old" }, ["address", "operand"], "set")],
	["__cmpxchg", update({ result: "old", when: "equal" }, ["address", "comparand", "operand"], "set")],
	["__atomic_op", update({ result: "none" }, ["address", "operand"], undefined, "noreturn")],
	["__atomic_op_return", update({ result: "new" }, ["address", "operand"])],
	["__atomic_fetch_op", update({ result: "old" }, ["address", "operand"])],
	[
		"__atomic_add_unless",
		update({ result: "done", when: "unequal" }, ["address", "operand", "comparand"], "add", "mb"),
	],
	["__lock", lock("lock")],
	["__unlock", lock("unlock")],
	["__trylock", lock("trylock")],
	["__islocked", lock("islocked")],
]);

/** Whether a name is one that only an intrinsic can have. */
export function looksIntrinsic(name: string): boolean {
	return name.startsWith("__");
}
