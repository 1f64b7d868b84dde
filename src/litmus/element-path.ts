import * as messages from "../source/messages-litmus.ts";
import { nearestNames } from "../source/nearest-names.ts";
import type { Span } from "../source/span.ts";
import type { StepSyntax } from "./ast.ts";
import { type CType, sizeOf } from "./c-type.ts";
import { findMember, memberNames } from "./declarations/find-member.ts";
import type { Report } from "./report.ts";

/** A part of an object: its type, and its distance from the start in bytes. */
export interface Part {
	readonly type: CType;
	readonly offset: number;
}

/** Goes one step into an object; undefined, and reported, if there is no such part. */
export function stepInto(
	{ type, offset }: Part,
	step: StepSyntax,
	span: Span,
	report: Report,
): Part | undefined {
	if (step.kind === "index") {
		const array = type.kind === "array" ? type : undefined;
		// Memory of units is an array of them to the initial state and to questions.
		const of = array?.unit ?? array?.of ?? type;
		const length = array === undefined ? 1 : array.unit ? sizeOf(array) / sizeOf(of) : array.length;
		if (step.index < 0n || step.index >= length) {
			report.add(messages.indexOutside(span.file.text.slice(span.start, span.end), step.index, length, span));
			return undefined;
		}
		return { type: of, offset: offset + Number(step.index) * sizeOf(of) };
	}
	const { name, span: nameSpan } = step.name;
	if (type.kind !== "record") {
		report.add(messages.noMembers(name, false, nameSpan));
		return undefined;
	}
	const member = findMember(type, name);
	if (member === undefined) {
		report.add(messages.unknownMember(type.name, name, nearestNames(name, memberNames(type)), nameSpan));
		return undefined;
	}
	return { type: member.type, offset: offset + member.offset };
}

/** Goes several steps into an object. */
export function stepsInto(
	start: Part,
	steps: readonly StepSyntax[],
	span: Span,
	report: Report,
): Part | undefined {
	let part: Part | undefined = start;
	for (const step of steps) part = part && stepInto(part, step, span, report);
	return part;
}
