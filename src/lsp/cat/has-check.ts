import type { Statement } from "../../cat/syntax.ts";

/** Whether statements check anything, in procedures and branches too: text that does not is a part of models. */
export function hasCheck(statements: readonly Statement[]): boolean {
	return statements.some((statement) => {
		if (statement.kind === "check" || statement.kind === "call") return true;
		if (statement.kind === "definition") return statement.when !== undefined;
		if (statement.kind === "if") return hasCheck(statement.whenTrue) || hasCheck(statement.whenFalse);
		return statement.kind === "forall" && hasCheck(statement.body);
	});
}
