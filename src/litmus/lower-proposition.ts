import type { Proposition, Term } from "../execution/proposition.ts";
import { wrap } from "../execution/wrap.ts";
import * as messages from "../source/messages-litmus.ts";
import type { OperandSyntax, PropositionSyntax } from "./ast.ts";
import { type CType, promote } from "./c-type.ts";
import { fitsIn64Bits } from "./fits-in-64-bits.ts";
import { addressIn, type FinalState, type LoweredLocation, lowerLocation } from "./lower-location.ts";

type Comparison = PropositionSyntax & { kind: "comparison" };

/** A number that is compared with something of a type, as C converts it for the comparison. */
function integerTerm(value: bigint, type: CType | undefined): Term {
	if (type?.kind === "integer") return { kind: "constant", value: wrap(value, promote(type.type)) };
	return { kind: "constant", value: type?.kind === "pointer" ? BigInt.asUintN(64, value) : value };
}

function lowerOperand(state: FinalState, operand: OperandSyntax, other: CType | undefined): LoweredLocation {
	if (operand.kind === "location") return lowerLocation(state, operand.location);
	if (operand.kind === "integer" && !fitsIn64Bits(operand.value)) {
		state.report.add(messages.unsupported("huge", operand.span));
	}
	const term: Term =
		operand.kind === "integer"
			? integerTerm(operand.value, other)
			: { kind: "constant", value: addressIn(state, operand.element) };
	return { term, label: "" };
}

/** Whether an operand is a name alone; then `name` is it. */
function bareName(operand: OperandSyntax): string | undefined {
	if (operand.kind !== "location" || !operand.bare || operand.location.kind !== "element") return undefined;
	return operand.location.element.name.name;
}

function lowerComparison(
	state: FinalState,
	comparison: Comparison,
	observe: (location: LoweredLocation) => void,
): Proposition {
	const { left, right, operator } = comparison;
	const lowered = (operand: OperandSyntax, other: CType | undefined): LoweredLocation => {
		if (bareName(operand) === "NULL") return { term: { kind: "constant", value: 0n }, label: "" };
		const result = lowerOperand(state, operand, other);
		if (operand.kind === "location") observe(result);
		return result;
	};
	// Each side's type decides how a number on the other side is read.
	const leftType =
		left.kind === "integer" && right.kind === "location" ? lowered(right, undefined).type : undefined;
	const first = lowered(left, leftType);
	const name = bareName(right);
	let second: LoweredLocation;
	// `p=x` asks whether p holds the address of x; `p==x` compares two contents.
	if (operator !== "==" && left.kind === "location" && name !== undefined && name !== "NULL") {
		if (first.type?.kind === "integer" && first.term.kind === "cell") {
			state.report.add(messages.comparesAddress(name, operator, right.span));
		}
		const element = { name: { name, span: right.span }, span: right.span };
		second = { term: { kind: "constant", value: addressIn(state, element) }, label: "" };
	} else second = lowered(right, first.type);
	const equal: Proposition = { kind: "equal", left: first.term, right: second.term };
	return operator === "!=" ? { kind: "not", operand: equal } : equal;
}

/** A formula with its names resolved; `observe` is told every location in it. */
export function lowerProposition(
	state: FinalState,
	syntax: PropositionSyntax,
	observe: (location: LoweredLocation) => void,
): Proposition {
	const lower = (inner: PropositionSyntax): Proposition => lowerProposition(state, inner, observe);
	switch (syntax.kind) {
		case "true":
			return { kind: "true" };
		case "false":
			return { kind: "not", operand: { kind: "true" } };
		case "not":
			return { kind: "not", operand: lower(syntax.operand) };
		case "and":
		case "or":
			return { kind: syntax.kind, operands: syntax.operands.map(lower) };
		case "comparison":
			return lowerComparison(state, syntax, observe);
	}
}
