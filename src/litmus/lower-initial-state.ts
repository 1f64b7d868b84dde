import type { Value } from "../execution/value.ts";
import { wrap } from "../execution/wrap.ts";
import * as messages from "../source/messages-litmus.ts";
import type { Span } from "../source/span.ts";
import type { InitialValue } from "./ast.ts";
import { accessType, type CType, INT, pointerTo } from "./c-type.ts";
import { structureOf, VariableCollector, type VariableFacts } from "./collect-variables.ts";
import type { UnitBuilder } from "./declarations/declare-unit.ts";
import { placeCells } from "./declarations/place-cells.ts";
import { completedArray } from "./declarations/walk-initializer.ts";
import { stepsInto } from "./element-path.ts";
import { evaluateConstant } from "./evaluate-constant.ts";
import { initialiseObject } from "./initialise-object.ts";
import type { Lowering } from "./lowering.ts";
import type { Report } from "./report.ts";
import { addressOf, type SharedMemory, type SharedVariable } from "./shared-memory.ts";
import type { LitmusTest } from "./test-syntax.ts";
import type { Unit } from "./unit.ts";

/** Locations of the largest structure or array of file scope. */
const MOST_CELLS = 4096;
/** Locations of all variables together. Each is an event, and the relations between events take the square of their number. */
const MOST_CELLS_IN_ALL = 8192;

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
function initialValue(value: InitialValue | undefined, type: CType, unit: Unit, report: Report): Value {
	if (value === undefined || value.kind === "list") return 0n;
	if (value.kind === "integer") {
		const held = accessType(type);
		if (held.kind === "integer") return wrap(value.value, held.type);
		return BigInt.asUintN(64, value.value);
	}
	const { name, index, steps, span } = value.element;
	if (name.name === "NULL") return 0n;
	if (unit.functions.has(name.name)) return unit.functionAddresses.of(name.name);
	const variable = unit.memory.get(name.name);
	if (variable === undefined) return 0n;
	if (steps) {
		const part = stepsInto({ type: variable.type, offset: 0 }, steps, span, report);
		return { object: variable.object, offset: part?.offset ?? 0 };
	}
	return addressOf(variable, Number(index ?? 0n));
}

/** The registers that the initial state sets, a map for each of the test's processes. */
function registersOf(test: LitmusTest, unit: Unit, report: Report): readonly ReadonlyMap<string, Value>[] {
	const registers = test.processes.map(() => new Map<string, Value>());
	for (const entry of test.initial) {
		if (entry.kind !== "register") continue;
		const { thread, name, span } = entry.register;
		const values = registers.at(thread);
		if (values === undefined) report.add(messages.noSuchProcess(thread, test.processes.length, span));
		else if (values.has(name)) report.add(messages.duplicateInitial(`${thread}:${name}`, span));
		else {
			const { value } = entry;
			values.set(name, value.kind === "integer" ? value.value : initialValue(value, INT, unit, report));
		}
	}
	return registers;
}

/** The shared variables of a test with their types, and as yet without initial values. */
function placeVariables(
	facts: readonly VariableFacts[],
	lowering: Lowering,
	builder: UnitBuilder,
): Map<string, SharedVariable> {
	const { report } = lowering;
	return new Map(
		facts.map((one, object): [string, SharedVariable] => {
			const { name, isArray, isUsed, file } = one;
			const written = structureOf(one);
			if (written === undefined) {
				return [name, { name, object, type: typeOf(one), isArray, isUsed, initial: [] }];
			}
			builder.hasLayouts = true;
			builder.isRich = true;
			const type = completedArray(written, file?.declarator.initializer, (size) =>
				evaluateConstant(lowering, size),
			);
			const span = file?.declarator.span ?? lowering.process.span;
			const { layout, overlap } = placeCells(type, file?.isConst ?? false, MOST_CELLS);
			if (overlap) report.add(messages.overlap(name, overlap.first, overlap.second, span));
			if (layout.cells.length > MOST_CELLS) report.add(messages.hugeObject(name, MOST_CELLS, span));
			const isFileScope = file !== undefined;
			return [
				name,
				{ name, object, type, isArray: type.kind === "array", isUsed, initial: [], layout, isFileScope },
			];
		}),
	);
}

/** Complains of the first variable for which there is no room beside those before it. */
function refuseHugeMemory(
	facts: readonly VariableFacts[],
	memory: SharedMemory,
	test: Span,
	report: Report,
): void {
	let cells = 0;
	for (const { name, file, settings } of facts) {
		cells += memory.get(name)?.initial.length ?? 0;
		if (cells <= MOST_CELLS_IN_ALL) continue;
		const span = file?.declarator.span ?? settings[0]?.span ?? test;
		report.add(messages.hugeMemory(name, MOST_CELLS_IN_ALL, span));
		return;
	}
}

/**
 * Gives the unit its memory: the shared variables of a test with their types and initial values. Returns the registers
 * that start with a value, for each thread by name.
 * @param lowering evaluates constant expressions of file scope
 */
export function lowerInitialState(
	test: LitmusTest,
	builder: UnitBuilder,
	lowering: () => Lowering,
	report: Report,
): readonly ReadonlyMap<string, Value>[] {
	const collected = new VariableCollector(report, builder.types).collect(test, builder.variables);
	const facts = [...collected.values()].filter(({ name }) => !builder.functions.has(name));
	builder.memory = placeVariables(facts, lowering(), builder);
	builder.functionAddresses.first = facts.length;
	const places: SharedMemory = builder.memory;
	const constants = lowering();
	const memory = new Map<string, SharedVariable>();
	const meaning = (value: InitialValue, type: CType): Value => initialValue(value, type, builder, report);
	for (const one of facts) {
		const variable = places.get(one.name);
		if (variable === undefined) continue;
		if (variable.layout) {
			const initial = initialiseObject(one, variable.type, variable.layout, constants, meaning);
			memory.set(one.name, { ...variable, initial });
			continue;
		}
		const length = one.fixedLength ?? one.usedLength;
		const initial = Array.from({ length }, (_, index) =>
			initialValue(one.values.get(index), variable.type, builder, report),
		);
		memory.set(one.name, { ...variable, initial });
	}
	refuseHugeMemory(facts, memory, constants.process.span, report);
	builder.memory = memory;
	return registersOf(test, builder, report);
}
