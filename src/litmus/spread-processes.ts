import * as messages from "../source/messages-litmus.ts";
import type { Bound, Process, ProcessRange, WrittenProcess } from "./ast.ts";
import type { Report } from "./report.ts";

/** Processes that a test may have. */
const MOST_PROCESSES = 256;

/** The value of a bound; undefined, and reported, if C gives it none. Division goes towards 0. */
function valueOfBound(bound: Bound, report: Report): bigint | undefined {
	if (bound.kind === "integer") return bound.value;
	if (bound.kind === "negation") {
		const operand = valueOfBound(bound.operand, report);
		return operand === undefined ? undefined : -operand;
	}
	const left = valueOfBound(bound.left, report);
	const right = valueOfBound(bound.right, report);
	if (left === undefined || right === undefined) return undefined;
	switch (bound.operator) {
		case "+":
			return left + right;
		case "-":
			return left - right;
		case "*":
			return left * right;
		case "/":
			if (right !== 0n) return left / right;
			report.add(messages.divisionByZero(bound.right.span));
			return undefined;
	}
}

function processesOf(range: ProcessRange, before: number, report: Report): readonly Process[] {
	const { first, last, index, heading, parameters, interruption, body, span } = range;
	const from = valueOfBound(first, report);
	const to = last === undefined ? from : valueOfBound(last, report);
	if (from === undefined || to === undefined || to < from) return [];
	if (from < 0n) {
		report.add(messages.processOutOfOrder(Number(from), before, heading));
		return [];
	}
	if (to >= MOST_PROCESSES) {
		report.add(messages.tooManyProcesses(MOST_PROCESSES, heading));
		return [];
	}
	return Array.from({ length: Number(to - from) + 1 }, (_, offset) => ({
		number: Number(from) + offset,
		heading,
		parameters,
		...(interruption && { interruption }),
		body,
		span,
		...(index && { index }),
		isRepeated: offset > 0,
	}));
}

/** Each process by itself, those of a range one after the other; a range whose end is before its start has none. */
export function spreadProcesses(written: readonly WrittenProcess[], report: Report): readonly Process[] {
	const processes: Process[] = [];
	for (const one of written) {
		if ("number" in one) processes.push(one);
		else processes.push(...processesOf(one, processes.length, report));
	}
	return processes;
}
