import type { Value } from "../execution/value.ts";
import { wrap } from "../execution/wrap.ts";
import * as messages from "../source/messages-litmus.ts";
import type { InitialValue, LitmusTest } from "./ast.ts";
import { accessType, type CType, INT, pointerTo } from "./c-type.ts";
import { VariableCollector, type VariableFacts } from "./collect-variables.ts";
import type { Report } from "./report.ts";
import { addressOf, type SharedMemory, type SharedVariable } from "./shared-memory.ts";

/** A test's memory and the registers that start with a value. */
export interface InitialState {
	readonly memory: SharedMemory;
	/** For each thread the given values by name. */
	readonly registers: readonly ReadonlyMap<string, Value>[];
}

/**
 * The type of one element: as declared in the initial state; a pointer where an address stands in a
 * variable that a process calls an integer; else as the first process says; else int.
 */
function typeOf(facts: VariableFacts): CType {
	if (facts.declaredType) return facts.declaredType;
	const type = facts.parameterType ?? INT;
	const holdsAddress = [...facts.values.values()].some((value) => value.kind === "address");
	return holdsAddress && type.kind === "integer" ? pointerTo(INT) : type;
}

/** An initial value as the type holds it. */
function initialValue(value: InitialValue | undefined, type: CType, memory: SharedMemory): Value {
	if (value === undefined || value.kind === "list") return 0n;
	if (value.kind === "integer") {
		const held = accessType(type);
		if (held.kind === "integer") return wrap(value.value, held.type);
		return BigInt.asUintN(64, value.value);
	}
	const { name, index } = value.element;
	const variable = memory.get(name.name);
	return name.name === "NULL" || variable === undefined ? 0n : addressOf(variable, Number(index ?? 0n));
}

/** The registers that the initial state sets, a map for each of the test's processes. */
function registersOf(test: LitmusTest, memory: SharedMemory, report: Report): InitialState["registers"] {
	const registers = test.processes.map(() => new Map<string, Value>());
	for (const entry of test.initial) {
		if (entry.kind !== "register") continue;
		const { thread, name, span } = entry.register;
		const values = registers.at(thread);
		if (values === undefined) report.add(messages.noSuchProcess(thread, test.processes.length, span));
		else if (values.has(name)) report.add(messages.duplicateInitial(`${thread}:${name}`, span));
		else {
			const { value } = entry;
			values.set(name, value.kind === "integer" ? value.value : initialValue(value, INT, memory));
		}
	}
	return registers;
}

/** The shared variables of a test with their types and initial values, and its preset registers. */
export function lowerInitialState(test: LitmusTest, report: Report): InitialState {
	const facts = [...new VariableCollector(report).collect(test).values()];
	const addresses = new Map<string, SharedVariable>(
		facts.map((one, object) => {
			const { name, isArray, isUsed } = one;
			return [name, { name, object, type: typeOf(one), isArray, isUsed, initial: [] }];
		}),
	);
	const memory = new Map<string, SharedVariable>();
	for (const one of facts) {
		const variable = addresses.get(one.name);
		if (variable === undefined) continue;
		const length = one.fixedLength ?? one.usedLength;
		const initial = Array.from({ length }, (_, index) =>
			initialValue(one.values.get(index), variable.type, addresses),
		);
		memory.set(one.name, { ...variable, initial });
	}
	return { memory, registers: registersOf(test, memory, report) };
}
