import type { CExpression, CStatement } from "./ast.ts";
import type { Lowering } from "./lowering.ts";

/** Where a `goto` finds its label. */
export interface LabelTarget {
	/** The statement that defines it; a second one of the same name is an error. */
	readonly statement: CStatement;
	readonly id: number;
}

/** What the lowering of statements adds to that of expressions: where jumps go. */
export interface StatementLowering {
	readonly lowering: Lowering;
	/** Labels of the process by name. */
	readonly labels: ReadonlyMap<string, LabelTarget>;
	/** Draft labels of the `case`s of the enclosing switches. */
	readonly cases: Map<CStatement, number>;
	/** Where `break` and `continue` go, innermost last. */
	readonly breaks: number[];
	readonly continues: number[];
	/** Where `return` goes. */
	readonly exit: number;
	/** Does what a `return` does with its value; whether it must then jump to the exit. */
	returns(value: CExpression | undefined): boolean;
	lower(statement: CStatement): void;
}
