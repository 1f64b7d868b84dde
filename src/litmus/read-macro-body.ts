import type { Semantics } from "ohm-js";
import type { SourceFile } from "../source/span.ts";
import type { CStatement } from "./ast.ts";
import type { MacroBody } from "./macro-table.ts";

/** Adds `macroBody(file): MacroBody`. */
export function addMacroOperation(semantics: Semantics): void {
	semantics.addOperation<MacroBody>("macroBody(file)", {
		MacroBody(body) {
			const file: SourceFile = this.args?.file;
			if (body.ctorName !== "Block") return { kind: "value", expression: body.expression(file) };
			const block: CStatement = body.statement(file);
			return { kind: "statements", statements: block.kind === "block" ? block.statements : [block] };
		},
	});
}
