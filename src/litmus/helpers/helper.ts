import type { CExpression } from "../ast.ts";
import type { CType } from "../c-type.ts";
import type { Lowering } from "../lowering.ts";
import type { TypedValue } from "../typed-value.ts";

/** A call, without tags and operators. */
export type Call = CExpression & { readonly kind: "call" };

/**
 * A function or macro of the kernel, of C's compilers or of this program that tests may call, unless they define
 * something of its name.
 */
export interface Helper {
	/** How it is called, for messages. */
	readonly form: string;
	/** Number of arguments; absent where there may be any number. */
	readonly operands?: number;
	/** What the call is, written otherwise; absent where `lower` must do it. */
	rewrite?(call: Call): CExpression;
	/** Emits what the call does; its value, or undefined if it has none. */
	lower?(lowering: Lowering, call: Call): TypedValue | undefined;
	/** The type of its value; `typeOf` finds those of its arguments. Absent where it is that of what it is rewritten to. */
	type?(lowering: Lowering, call: Call, typeOf: (expression: CExpression) => CType): CType;
}
