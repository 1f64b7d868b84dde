import * as messages from "../source/messages-litmus.ts";
import type { CStatement, Declarator, InitializerSyntax } from "./ast.ts";
import { type CType, isScalar } from "./c-type.ts";
import { declareAggregate } from "./declare-aggregate.ts";
import { declareLocal } from "./declare-local.ts";
import { lowerLoop } from "./lower-loop.ts";
import { lowerSwitch } from "./lower-switch.ts";
import { typeFor } from "./lower-value.ts";
import type { Lowering } from "./lowering.ts";
import { writePlace } from "./place-access.ts";
import type { Binding } from "./scope.ts";
import type { StatementLowering } from "./statement-lowering.ts";
import { convertTo } from "./typed-operation.ts";
import type { TypedValue } from "./typed-value.ts";

function lowerDeclarator(lowering: Lowering, declarator: Declarator): void {
	const { name, span, initializer } = declarator;
	const { report, scope, active } = lowering;
	const type = typeFor(lowering, declarator.type);
	if (declarator.type.isStatic && active.length > 0) report.add(messages.staticLocal(name.name, span));
	if (type.kind === "array" || type.kind === "record") {
		declareAggregate(lowering, declarator, type);
		return;
	}
	if (!isScalar(type)) report.add(messages.localOfType(name.name, span));
	const variable = declareLocal(lowering, name.name, type);
	// C's scope of a name begins before its initialiser: `struct s *p = alloc(sizeof(*p))`.
	if (!scope.declare(name.name, { kind: "local", variable })) {
		report.add(messages.duplicateLocal(name.name, name.span));
	}
	const value = initializer && scalarValue(lowering, initializer);
	if (value?.type.kind === "void") report.add(messages.noValue(span));
	const binding = value && constantBinding(lowering, name.name, type, value);
	if (binding && (active.length > 0 || binding.isAddressOfLocal)) {
		scope.replace(name.name, binding);
		return;
	}
	if (value) writePlace(lowering, { kind: "local", variable }, value, [], span);
	if (binding) scope.replace(name.name, binding);
}

/** The only value of an initialiser of a scalar, which may stand in braces. */
function scalarValue(lowering: Lowering, initializer: InitializerSyntax): TypedValue | undefined {
	if (initializer.kind === "value") return lowering.value(initializer.expression);
	if (initializer.items.length === 1) return scalarValue(lowering, initializer.items[0].value);
	lowering.report.add(messages.scalarList(initializer.span));
	return undefined;
}

/**
 * What a name means that keeps the constant it is declared with, so that what the constant leads to is known while
 * the code is written. Plain tests do without: their code is the reference's.
 */
function constantBinding(
	lowering: Lowering,
	name: string,
	type: CType,
	value: TypedValue,
): (Binding & { kind: "constant" } & { readonly isAddressOfLocal: boolean }) | undefined {
	const { unit, changed, objects } = lowering;
	if (value.expression.kind !== "constant" || changed.has(name)) return undefined;
	const isAddressOfLocal = objects.find(value.expression.value) !== undefined;
	if (!unit.isRich && !isAddressOfLocal) return undefined;
	return { kind: "constant", value: convertTo(type, value), isAddressOfLocal };
}

function lowerIf(flow: StatementLowering, statement: CStatement & { kind: "if" }): void {
	const { lowering, lower } = flow;
	const { draft } = lowering;
	const [whenTrue, whenFalse, end] = [draft.newLabel(), draft.newLabel(), draft.newLabel()];
	lowering.condition(statement.condition, whenTrue, whenFalse);
	draft.place(whenTrue);
	lowering.scope.inBlock(() => lower(statement.then));
	draft.jump(end);
	draft.place(whenFalse);
	if (statement.otherwise) {
		const { otherwise } = statement;
		lowering.scope.inBlock(() => lower(otherwise));
	}
	draft.place(end);
}

function jumpOut(flow: StatementLowering, statement: CStatement & { kind: "break" | "continue" }): void {
	const { lowering } = flow;
	const target = statement.kind === "break" ? flow.breaks.at(-1) : flow.continues.at(-1);
	if (target === undefined) lowering.report.add(messages.jumpOutside(statement.kind, statement.span));
	else lowering.draft.jump(target);
}

/** Emits what a statement does. */
export function lowerStatement(flow: StatementLowering, statement: CStatement): void {
	const { lowering, lower } = flow;
	const { draft, report, scope } = lowering;
	switch (statement.kind) {
		case "block":
			scope.inBlock(() => {
				for (const inner of statement.statements) lower(inner);
			});
			break;
		case "declaration":
			for (const declarator of statement.declarators) lowerDeclarator(lowering, declarator);
			break;
		case "expression":
			lowering.effect(statement.expression);
			break;
		case "if":
			lowerIf(flow, statement);
			break;
		case "while":
		case "do":
		case "for":
			lowerLoop(flow, statement);
			break;
		case "switch":
			lowerSwitch(flow, statement);
			break;
		case "case": {
			const label = flow.cases.get(statement);
			if (label === undefined) report.add(messages.caseOutside(statement.span));
			else draft.place(label);
			lower(statement.body);
			break;
		}
		case "label": {
			const label = flow.labels.get(statement.label.name);
			if (label?.statement === statement) draft.place(label.id);
			lower(statement.body);
			break;
		}
		case "goto": {
			const label = flow.labels.get(statement.label.name);
			if (label) draft.jump(label.id);
			else
				report.add(
					messages.unknownLabel(statement.label.name, [...flow.labels.keys()], statement.label.span),
				);
			break;
		}
		case "break":
		case "continue":
			jumpOut(flow, statement);
			break;
		case "return":
			if (flow.returns(statement.value)) draft.jump(flow.exit);
			break;
		case "empty":
			break;
	}
}
