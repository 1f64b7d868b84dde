import * as messages from "../source/messages-litmus.ts";
import type { CStatement } from "./ast.ts";
import type { StatementLowering } from "./statement-lowering.ts";
import { applyUnary, asInteger, combine } from "./typed-operation.ts";
import { walkStatements } from "./walk.ts";

type Case = CStatement & { kind: "case" };

/** The `case` and `default` labels of a switch, those of switches inside it left out. */
function casesOf(body: CStatement): readonly Case[] {
	const cases: Case[] = [];
	walkStatements(body, (statement) => {
		if (statement.kind === "case") cases.push(statement);
		return statement.kind !== "switch";
	});
	return cases;
}

/** Emits a switch as a chain of comparisons, then the body. */
export function lowerSwitch(flow: StatementLowering, statement: CStatement & { kind: "switch" }): void {
	const { lowering } = flow;
	const { draft, report } = lowering;
	const subject = applyUnary("+", lowering.value(statement.subject));
	const end = draft.newLabel();
	let otherwise = end;
	const seen = new Set<string>();
	for (const one of casesOf(statement.body)) {
		const label = draft.newLabel();
		flow.cases.set(one, label);
		const value = one.value && lowering.value(one.value);
		const type = subject.type.kind === "integer" ? subject.type.type : undefined;
		const constant = value && (type ? asInteger(value, type) : value).expression;
		if (constant !== undefined && constant.kind !== "constant") {
			report.add(messages.caseNotConstant(one.value?.span ?? one.span));
			continue;
		}
		const key = constant === undefined ? "default" : String(constant.value);
		if (seen.has(key)) report.add(messages.duplicateCase(key, one.value?.span ?? one.span));
		seen.add(key);
		if (value === undefined || constant === undefined) otherwise = label;
		else {
			const next = draft.newLabel();
			const test = combine("==", subject, { expression: constant, type: subject.type });
			draft.branch(test.expression, label, next, one.value?.span ?? one.span);
			draft.place(next);
		}
	}
	draft.jump(otherwise);
	flow.breaks.push(end);
	lowering.scope.inBlock(() => flow.lower(statement.body));
	flow.breaks.pop();
	draft.place(end);
}
