import type { Value } from "../execution/value.ts";
import * as messages from "../source/messages-litmus.ts";
import type { CStatement, Process } from "./ast.ts";
import { constant } from "./build-expression.ts";
import { type CType, pointerTo } from "./c-type.ts";
import { declareLocal } from "./declare-local.ts";
import type { Dialect } from "./dialect.ts";
import { lowerCall } from "./lower-call.ts";
import { lowerConditionJump } from "./lower-condition-jump.ts";
import { lowerPlace } from "./lower-place.ts";
import { lowerStatement } from "./lower-statement.ts";
import { lowerEffect, lowerValue } from "./lower-value.ts";
import type { Lowering } from "./lowering.ts";
import type { Report } from "./report.ts";
import { resolveType } from "./resolve-type.ts";
import { type LocalVariable, Scope } from "./scope.ts";
import { addressOf, type SharedMemory } from "./shared-memory.ts";
import type { LabelTarget, StatementLowering } from "./statement-lowering.ts";
import { ThreadDraft } from "./thread-draft.ts";
import { intConstant } from "./typed-value.ts";
import { assignedNames, walkStatements } from "./walk.ts";

/** A process as a draft of its code, and what its names stand for. */
export interface LoweredProcess {
	readonly draft: ThreadDraft;
	/** Local variables by name; of several with one name the first. */
	readonly named: ReadonlyMap<string, LocalVariable>;
	/** Parameters that are never assigned, by name: what they point to. */
	readonly parameters: ReadonlyMap<string, Value>;
}

/** The pointer type of a parameter. */
function parameterType(syntax: Process["parameters"][number]): CType | undefined {
	const type = resolveType(syntax.type);
	return type && syntax.brackets ? pointerTo(type) : type;
}

/** Binds the parameters; one that the process never assigns is its constant address. */
function bindParameters(lowering: Lowering): ReadonlyMap<string, Value> {
	const { process, memory, scope, report, registers, assigned } = lowering;
	const folded = new Map<string, Value>();
	for (const parameter of process.parameters) {
		const { name, span } = parameter.name;
		const variable = memory.get(name);
		const type = parameterType(parameter);
		if (!variable || !type) continue;
		const address = registers.get(name) ?? addressOf(variable, 0);
		let isNew: boolean;
		if (assigned.has(name)) {
			const local = declareLocal(lowering, name, type, address);
			isNew = scope.declare(name, { kind: "local", variable: local });
		} else {
			isNew = scope.declare(name, { kind: "parameter", value: { expression: constant(address), type } });
			folded.set(name, address);
		}
		if (!isNew) report.add(messages.duplicateParameter(name, span));
	}
	return folded;
}

function labelsOf(lowering: Lowering, body: CStatement): ReadonlyMap<string, LabelTarget> {
	const labels = new Map<string, LabelTarget>();
	walkStatements(body, (statement) => {
		if (statement.kind !== "label") return true;
		const { name, span } = statement.label;
		if (labels.has(name)) lowering.report.add(messages.duplicateLabel(name, span));
		else labels.set(name, { statement, id: lowering.draft.newLabel() });
		return true;
	});
	return labels;
}

/** Binds the name that a process has for its number. */
function bindIndex({ process, scope, report }: Lowering): void {
	const { index, number } = process;
	if (index === undefined) return;
	const isNew = scope.declare(index.name, { kind: "constant", value: intConstant(BigInt(number)) });
	if (!isNew) report.add(messages.duplicateParameter(index.name, index.span));
}

/**
 * One process as code. `registers` are the values that the initial state gives its registers; objects
 * that lock primitives are used on are added to `locks`.
 */
export function lowerProcess(
	process: Process,
	memory: SharedMemory,
	registers: ReadonlyMap<string, Value>,
	locks: Set<number>,
	dialect: Dialect,
	report: Report,
): LoweredProcess {
	const draft = new ThreadDraft();
	const named = new Map<string, LocalVariable>();
	const lowering: Lowering = {
		process,
		memory,
		registers,
		assigned: assignedNames(process.body),
		locks,
		dialect,
		report,
		draft,
		scope: new Scope(),
		named,
		value: (expression) => lowerValue(lowering, expression),
		effect: (expression) => lowerEffect(lowering, expression),
		place: (expression) => lowerPlace(lowering, expression),
		condition: (expression, whenTrue, whenFalse) =>
			lowerConditionJump(lowering, expression, whenTrue, whenFalse),
		call: (expression) => lowerCall(lowering, expression),
	};
	const parameters = bindParameters(lowering);
	bindIndex(lowering);
	const flow: StatementLowering = {
		lowering,
		labels: labelsOf(lowering, process.body),
		cases: new Map(),
		breaks: [],
		continues: [],
		exit: draft.newLabel(),
		lower: (statement) => lowerStatement(flow, statement),
	};
	report.repeating(process.isRepeated === true, () => flow.lower(process.body));
	draft.place(flow.exit);
	for (const name of registers.keys()) {
		if (!named.has(name) && !parameters.has(name)) declareLocal(lowering, name, undefined);
	}
	return { draft, named, parameters };
}
