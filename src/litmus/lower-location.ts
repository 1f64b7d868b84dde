import type { Term } from "../execution/proposition.ts";
import type { Value } from "../execution/value.ts";
import * as messages from "../source/messages-litmus.ts";
import { nearestNames } from "../source/nearest-names.ts";
import type { ElementSyntax, LocationSyntax } from "./ast.ts";
import { accessType, type CType } from "./c-type.ts";
import type { LoweredProcess } from "./lower-process.ts";
import type { Report } from "./report.ts";
import { addressOf, cellOf, type SharedMemory, type SharedVariable } from "./shared-memory.ts";

/** What the names of a condition are looked up in. */
export interface FinalState {
	readonly memory: SharedMemory;
	readonly processes: readonly LoweredProcess[];
	readonly report: Report;
}

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
	const label = variable.isArray ? `${variable.name}[${index}]` : variable.name;
	const cell = cellOf(state.memory, variable, index);
	return { term: { kind: "cell", cell }, type: accessType(variable.type), label };
}

function lowerElement(state: FinalState, element: ElementSyntax): LoweredLocation {
	const variable = state.memory.get(element.name.name);
	if (variable === undefined) return NOWHERE;
	if (!variable.isUsed) {
		const owner = state.processes.findIndex(({ named }) => named.has(variable.name));
		state.report.add(messages.unusedVariable(variable.name, owner, element.span));
	}
	const { index } = element;
	if (index === undefined && variable.isArray) {
		state.report.add(messages.wholeArray(variable.name, element.span));
		return NOWHERE;
	}
	return elementIn(state, variable, Math.min(Number(index ?? 0n), variable.initial.length - 1));
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
	if (location.kind === "element" && location.element.index === undefined) {
		const variable = state.memory.get(location.element.name.name);
		if (variable?.isArray) return variable.initial.map((_, index) => elementIn(state, variable, index));
	}
	return [lowerLocation(state, location)];
}

/** The address that `&x[1]` means in a condition. */
export function addressIn(state: FinalState, element: ElementSyntax): Value {
	const variable = state.memory.get(element.name.name);
	if (variable === undefined) return 0n;
	return addressOf(variable, Number(element.index ?? 0n));
}
