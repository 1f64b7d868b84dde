import type { Proposition, Term } from "../execution/proposition.ts";
import { wrap } from "../execution/wrap.ts";
import * as messages from "../source/messages-litmus.ts";
import { type CType, promote } from "./c-type.ts";
import type { OperandSyntax, PropositionSyntax } from "./condition-syntax.ts";
import { fitsIn64Bits } from "./fits-in-64-bits.ts";
import { addressIn, type FinalState, type LoweredLocation, lowerLocation } from "./lower-location.ts";

type Comparison = PropositionSyntax & { kind: "comparison" };

/** An operand that is not computed. */
type PlainOperand = Exclude<OperandSyntax, { kind: "computed" }>;

/** A comparison that may be of addresses. */
type PlainComparison = Pick<Comparison, "span"> & {
	readonly left: PlainOperand;
	readonly right: PlainOperand;
	readonly operator: "=" | "==" | "!=";
};

/** A number that is compared with something of a type, as C converts it for the comparison. */
function integerTerm(value: bigint, type: CType | undefined): Term {
	if (type?.kind === "integer") return { kind: "constant", value: wrap(value, promote(type.type)) };
	return { kind: "constant", value: type?.kind === "pointer" ? BigInt.asUintN(64, value) : value };
}

function lowerOperand(state: FinalState, operand: PlainOperand, other: CType | undefined): LoweredLocation {
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
function bareName(operand: PlainOperand): string | undefined {
	if (operand.kind !== "location" || !operand.bare || operand.location.kind !== "element") return undefined;
	return operand.location.element.name.name;
}

function lowerPlain(
	state: FinalState,
	comparison: PlainComparison,
	observe: (location: LoweredLocation) => void,
): Proposition {
	const { left, right, operator } = comparison;
	const lowered = (operand: PlainOperand, other: CType | undefined): LoweredLocation => {
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

/** An operand as an integer of 64 bits; an address is reported. */
function lowerInteger(
	state: FinalState,
	operand: OperandSyntax,
	observe: (location: LoweredLocation) => void,
): Term {
	const { report } = state;
	switch (operand.kind) {
		case "integer":
			if (!fitsIn64Bits(operand.value)) report.add(messages.unsupported("huge", operand.span));
			return { kind: "constant", value: BigInt.asIntN(64, operand.value) };
		case "address":
			report.add(messages.addressInCondition(operand.span));
			return { kind: "constant", value: 0n };
		case "location": {
			const isNull = bareName(operand) === "NULL";
			const location = isNull ? undefined : lowerLocation(state, operand.location);
			if (location === undefined || location.type?.kind === "pointer") {
				report.add(messages.addressInCondition(operand.span));
			}
			if (location === undefined) return { kind: "constant", value: 0n };
			observe(location);
			return location.term;
		}
		case "computed": {
			const { operator, right } = operand;
			const isZero = right.kind === "integer" && right.value === 0n;
			if (isZero && (operator === "/" || operator === "%")) report.add(messages.divisionByZero(right.span));
			return {
				kind: "computed",
				operator,
				left: lowerInteger(state, operand.left, observe),
				right: lowerInteger(state, right, observe),
			};
		}
	}
}

/** A comparison as one that may be of addresses; undefined for one by order, or with something computed. */
function plainOf(comparison: Comparison): PlainComparison | undefined {
	const { left, right, operator, span } = comparison;
	if (left.kind === "computed" || right.kind === "computed") return undefined;
	if (operator !== "=" && operator !== "==" && operator !== "!=") return undefined;
	return { left, right, operator, span };
}

function lowerComparison(
	state: FinalState,
	comparison: Comparison,
	observe: (location: LoweredLocation) => void,
): Proposition {
	const plain = plainOf(comparison);
	if (plain) return lowerPlain(state, plain, observe);
	const { operator, left, right } = comparison;
	return {
		kind: "compare",
		operator: operator === "==" ? "=" : operator,
		left: lowerInteger(state, left, observe),
		right: lowerInteger(state, right, observe),
	};
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
