import type { Term } from "../execution/proposition.ts";
import type { Value } from "../execution/value.ts";
import * as messages from "../source/messages-litmus.ts";
import { nearestNames } from "../source/nearest-names.ts";
import type { Span } from "../source/span.ts";
import type { ElementSyntax, StepSyntax } from "./ast.ts";
import { accessType, type CType, sizeOf } from "./c-type.ts";
import type { LocationSyntax } from "./condition-syntax.ts";
import { type Part, stepInto, stepsInto } from "./element-path.ts";
import type { LoweredProcess } from "./lower-process.ts";
import type { Report } from "./report.ts";
import { addressOf, cellOf, type SharedMemory, type SharedVariable } from "./shared-memory.ts";

/** What the names of a condition are looked up in. */
export interface FinalState {
	readonly memory: SharedMemory;
	readonly processes: readonly LoweredProcess[];
	readonly report: Report;
	/** The address of a function of the test; undefined if there is none of that name. */
	addressOfFunction(name: string): Value | undefined;
}

/** Elements that a pointer may have behind it. */
const LONGEST = 1 << 20;

/** A location of a condition: how to find its final value, its type where known, and how it is printed. */
export interface LoweredLocation {
	readonly term: Term;
	readonly type?: CType;
	readonly label: string;
}

const NOWHERE: LoweredLocation = { term: { kind: "constant", value: 0n }, label: "?" };

function lowerRegister(state: FinalState, location: LocationSyntax & { kind: "register" }): LoweredLocation {
	const { thread, name, span } = location.register;
	const label = `${thread}:${name}`;
	const process = state.processes.at(thread);
	if (process === undefined) {
		state.report.add(messages.noSuchProcess(thread, state.processes.length, span));
		return NOWHERE;
	}
	const variable = process.named.get(name);
	if (variable) {
		const term: Term = { kind: "local", thread, local: variable.local };
		return { term, label, ...(variable.declared && variable.type && { type: variable.type }) };
	}
	const address = process.parameters.get(name);
	if (address !== undefined) return { term: { kind: "constant", value: address }, label };
	state.report.add(messages.unknownRegister(name, thread, nearestNames(name, process.named.keys()), span));
	return NOWHERE;
}

function elementIn(state: FinalState, variable: SharedVariable, index: number): LoweredLocation {
	const { layout } = variable;
	if (layout) {
		const { suffix, type } = layout.cells[index];
		const cell = cellOf(state.memory, variable, index);
		return { term: { kind: "cell", cell }, type: accessType(type), label: `${variable.name}${suffix}` };
	}
	const label = variable.isArray ? `${variable.name}[${index}]` : variable.name;
	const cell = cellOf(state.memory, variable, index);
	return { term: { kind: "cell", cell }, type: accessType(variable.type), label };
}

function lowerElement(state: FinalState, element: ElementSyntax): LoweredLocation {
	const variable = state.memory.get(element.name.name);
	if (variable === undefined) {
		const function_ = state.addressOfFunction(element.name.name);
		return function_ === undefined ? NOWHERE : { term: { kind: "constant", value: function_ }, label: "?" };
	}
	if (!variable.isUsed) {
		const owner = state.processes.findIndex(({ named }) => named.has(variable.name));
		state.report.add(messages.unusedVariable(variable.name, owner, element.span));
	}
	const { index } = element;
	const steps = stepsOf(element);
	if (variable.layout || element.steps) return lowerPart(state, variable, steps, element.span);
	if (index === undefined && variable.isArray) {
		state.report.add(messages.wholeArray(variable.name, element.span));
		return NOWHERE;
	}
	return elementIn(state, variable, Math.min(Number(index ?? 0n), variable.initial.length - 1));
}

/** The way from a variable to what an element of the text names. */
function stepsOf({ index, steps }: ElementSyntax): readonly StepSyntax[] {
	if (steps) return steps;
	return index === undefined ? [] : [{ kind: "index", index }];
}

/** Where the steps of a location have come to: to a part of a variable, or behind a pointer. */
type Way = Part & { readonly pointer?: Term };

/** What the way leads to as a location; undefined, and reported, if that is no integer and no address. */
function locationAt(
	state: FinalState,
	variable: SharedVariable,
	{ pointer, type, offset }: Way,
	label: string,
	span: Span,
): LoweredLocation | undefined {
	if (pointer) return { term: { kind: "dereference", pointer, offset }, type: accessType(type), label };
	const { layout } = variable;
	const index = layout ? layout.at.get(offset) : offset / sizeOf(variable.type);
	if (index !== undefined && type.kind !== "record" && type.kind !== "array") {
		return { ...elementIn(state, variable, index), label };
	}
	state.report.add(messages.notALocation(label, span));
	return undefined;
}

/** A part of a variable, or of what a pointer in it points to in the end. */
function lowerPart(
	state: FinalState,
	variable: SharedVariable,
	steps: readonly StepSyntax[],
	span: Span,
): LoweredLocation {
	const { report } = state;
	const isPlainArray = variable.layout === undefined && variable.isArray;
	const type: CType = isPlainArray
		? { kind: "array", of: variable.type, length: variable.initial.length }
		: variable.type;
	let way: Way | undefined = { type, offset: 0 };
	let label = variable.name;
	for (const step of steps) {
		if (way === undefined) break;
		const isBehind = way.type.kind === "pointer" && (step.kind === "index" || step.isArrow);
		if (isBehind && way.type.kind === "pointer") {
			const to: CType = way.type.to;
			const found = locationAt(state, variable, way, label, span);
			const pointed: CType = step.kind === "index" ? { kind: "array", of: to, length: LONGEST } : to;
			way = found && { pointer: found.term, type: pointed, offset: 0 };
		}
		const part: Part | undefined = way && stepInto(way, step, span, report);
		way = part && { ...part, ...(way?.pointer && { pointer: way.pointer }) };
		label += step.kind === "index" ? `[${step.index}]` : `${step.isArrow ? "->" : "."}${step.name.name}`;
	}
	return (way && locationAt(state, variable, way, label, span)) ?? NOWHERE;
}

/**
 * A location of a condition. `*x` on a variable that holds no pointer is the variable itself, as it is in a
 * process whose parameter points to it.
 */
export function lowerLocation(state: FinalState, location: LocationSyntax): LoweredLocation {
	if (location.kind === "register") return lowerRegister(state, location);
	if (location.kind === "element") return lowerElement(state, location.element);
	const inner = lowerLocation(state, location.pointer);
	if (inner.term.kind === "cell" && inner.type?.kind !== "pointer") return inner;
	return {
		term: { kind: "dereference", pointer: inner.term },
		label: `*${inner.label}`,
		...(inner.type?.kind === "pointer" && { type: accessType(inner.type.to) }),
	};
}

/** The locations that an item of `locations` stands for: of an array all elements. */
export function lowerListed(state: FinalState, location: LocationSyntax): readonly LoweredLocation[] {
	if (location.kind === "element" && location.element.index === undefined && !location.element.steps) {
		const variable = state.memory.get(location.element.name.name);
		const isWhole = variable?.isArray || (variable?.layout?.cells.length ?? 1) > 1;
		if (variable && isWhole) return variable.initial.map((_, index) => elementIn(state, variable, index));
	}
	return [lowerLocation(state, location)];
}

/** The address that `&x[1]` means in a condition. */
export function addressIn(state: FinalState, element: ElementSyntax): Value {
	const variable = state.memory.get(element.name.name);
	if (variable === undefined) return state.addressOfFunction(element.name.name) ?? 0n;
	const { object, layout, type } = variable;
	if (layout || element.steps) {
		const part = stepsInto({ type, offset: 0 }, stepsOf(element), element.span, state.report);
		return { object, offset: part?.offset ?? 0 };
	}
	return addressOf(variable, Number(element.index ?? 0n));
}
