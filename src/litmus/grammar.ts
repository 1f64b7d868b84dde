import type { Dict, Grammar, MatchResult, Semantics } from "ohm-js";
import type { SourceFile } from "../source/span.ts";
import { buildGrammar } from "./build-grammar.ts";
import type { MacroBody } from "./macro-table.ts";
import { addConditionOperations } from "./read-condition.ts";
import { addExpressionOperations } from "./read-expression.ts";
import { addExternalOperations } from "./read-external.ts";
import { addInitialOperations } from "./read-initial.ts";
import { addMacroOperation } from "./read-macro-body.ts";
import { addStatementOperations } from "./read-statement.ts";
import { addTestOperation } from "./read-test.ts";
import { addTypeOperations } from "./read-type.ts";
import type { WrittenTest } from "./test-syntax.ts";

let litmus: Grammar | undefined;
let semantics: Semantics | undefined;

/** The grammar of litmus tests; built on first use. */
export function litmusLanguage(): Grammar {
	litmus ??= buildGrammar();
	return litmus;
}

function treesOf(match: MatchResult): Dict {
	if (semantics === undefined) {
		semantics = litmusLanguage().createSemantics();
		addTypeOperations(semantics);
		addExpressionOperations(semantics);
		addStatementOperations(semantics);
		addExternalOperations(semantics);
		addInitialOperations(semantics);
		addConditionOperations(semantics);
		addTestOperation(semantics);
		addMacroOperation(semantics);
	}
	return semantics(match);
}

/** The tree of a successful match of the rule `Test`; `file` is what was matched. */
export function readTree(match: MatchResult, file: SourceFile): WrittenTest {
	return treesOf(match).test(file);
}

/** The tree of a successful match of the rule `MacroBody`; `file` is what was matched. */
export function readMacroBody(match: MatchResult, file: SourceFile): MacroBody {
	return treesOf(match).macroBody(file);
}
