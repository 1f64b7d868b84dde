import type { Value } from "../execution/value.ts";
import * as messages from "../source/messages-litmus.ts";
import type { Process } from "./ast.ts";
import { constant } from "./build-expression.ts";
import { type CType, pointerTo } from "./c-type.ts";
import { checkEscapes } from "./check-escapes.ts";
import { declareLocal } from "./declare-local.ts";
import type { Dialect } from "./dialect.ts";
import { fileScope } from "./file-scope.ts";
import { inlineFunction } from "./inline-function.ts";
import { allowInterruption } from "./interruption.ts";
import { LocalObjects } from "./local-objects.ts";
import type { Lowering } from "./lowering.ts";
import { newLowering } from "./new-lowering.ts";
import type { Report } from "./report.ts";
import { type LocalVariable, Scope } from "./scope.ts";
import { addressOf } from "./shared-memory.ts";
import { ThreadDraft } from "./thread-draft.ts";
import { intConstant } from "./typed-value.ts";
import type { ThreadLocal, Unit } from "./unit.ts";
import { assignedNames, changedNames } from "./walk.ts";

/** A process as a draft of its code, and what its names stand for. */
export interface LoweredProcess {
	readonly draft: ThreadDraft;
	/** Local variables by name; of several with one name the first. */
	readonly named: ReadonlyMap<string, LocalVariable>;
	/** Parameters that are never assigned, by name: what they point to. */
	readonly parameters: ReadonlyMap<string, Value>;
}

/** The pointer type of a parameter. */
function parameterType({ types }: Unit, syntax: Process["parameters"][number]): CType | undefined {
	const type = types.resolve(syntax.type);
	return type && syntax.brackets ? pointerTo(type) : type;
}

/** Binds the parameters; one that the process never assigns is its constant address. */
function bindParameters(lowering: Lowering): ReadonlyMap<string, Value> {
	const { process, unit, memory, scope, report, registers, assigned } = lowering;
	const folded = new Map<string, Value>();
	for (const parameter of process.parameters) {
		const { name, span } = parameter.name;
		const variable = memory.get(name);
		const type = parameterType(unit, parameter);
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
	unit: Unit,
	registers: ReadonlyMap<string, Value>,
	locks: Set<number>,
	dialect: Dialect,
	report: Report,
): LoweredProcess {
	const draft = new ThreadDraft();
	const named = new Map<string, LocalVariable>();
	const objects = new LocalObjects();
	const own = new Map<string, LocalVariable>();
	const ownVariable = (name: string, { type, initial }: ThreadLocal): LocalVariable => {
		const known = own.get(name) ?? declareLocal(lowering, name, type, initial);
		own.set(name, known);
		return known;
	};
	const { lowering, flow } = newLowering(
		{
			process,
			unit,
			memory: unit.memory,
			registers,
			assigned: assignedNames(process.body),
			changed: changedNames(process.body),
			locks,
			dialect,
			report,
			draft,
			objects,
			scope: new Scope(fileScope(unit, ownVariable)),
			named,
			active: [],
			isInterrupt: false,
		},
		process.body,
		inlineFunction,
		(inner, value) => {
			if (value) inner.effect(value);
			return true;
		},
	);
	const parameters = bindParameters(lowering);
	bindIndex(lowering);
	report.repeating(process.isRepeated === true, () => {
		const atEnd = allowInterruption(lowering);
		flow.lower(process.body);
		draft.place(flow.exit);
		atEnd();
	});
	for (const name of registers.keys()) {
		if (!named.has(name) && !parameters.has(name)) declareLocal(lowering, name, undefined);
	}
	checkEscapes(draft, objects, report);
	return { draft, named, parameters };
}
