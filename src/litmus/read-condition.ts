import type { Node, Semantics } from "ohm-js";
import type { ArithmeticOperator, ComparisonOperator, Quantifier } from "../execution/proposition.ts";
import type { SourceFile } from "../source/span.ts";
import type { LocationSyntax, OperandSyntax, PropositionSyntax, QuestionSyntax } from "./condition-syntax.ts";
import { groupByPrecedence, isBinaryOperator } from "./precedence.ts";
import { readElement, readRegister, readSignedInteger } from "./read-initial.ts";
import { joinSpans, spanOf } from "./read-span.ts";

/** Several operands joined, or the only one as it is. */
function joined(
	kind: "and" | "or",
	first: Node,
	rest: Node,
	whole: Node,
	file: SourceFile,
): PropositionSyntax {
	const operands = [first, ...rest.children].map((node): PropositionSyntax => node.proposition(file));
	return operands.length === 1 ? operands[0] : { kind, operands, span: spanOf(whole, file) };
}

const COMPARISONS: ReadonlySet<string> = new Set(["=", "==", "!=", "<", "<=", ">", ">="]);

function isComparison(text: string): text is ComparisonOperator | "==" {
	return COMPARISONS.has(text);
}

function isArithmetic(text: string): text is ArithmeticOperator {
	return isBinaryOperator(text) && !COMPARISONS.has(text) && text !== "&&" && text !== "||";
}

function quantifierOf(node: Node): Quantifier {
	const text = node.sourceString;
	return text === "exists" || text === "forall" ? text : "~exists";
}

/** Adds `question(file)`, `proposition(file)`, `operand(file)` and `location(file)`. */
export function addConditionOperations(semantics: Semantics): void {
	semantics.addOperation<QuestionSyntax>("question(file)", {
		Locations(_locations, _open, _semicolons, items, _separators, last, _close) {
			const file: SourceFile = this.args?.file;
			const nodes = [...items.children, ...last.children];
			return {
				kind: "locations",
				locations: nodes.map((item) => item.location(file)),
				span: spanOf(this, file),
			};
		},
		Filter(_filter, proposition) {
			const file: SourceFile = this.args?.file;
			return { kind: "filter", proposition: proposition.proposition(file), span: spanOf(this, file) };
		},
		Forbidden(_forbidden, name, proposition) {
			const file: SourceFile = this.args?.file;
			return {
				kind: "forbidden",
				name: { name: name.sourceString.slice(1, -1), span: spanOf(name, file) },
				proposition: proposition.proposition(file),
				span: spanOf(this, file),
			};
		},
		Final(quantifier, proposition) {
			const file: SourceFile = this.args?.file;
			return {
				kind: "final",
				quantifier: quantifierOf(quantifier),
				proposition: proposition.proposition(file),
				span: spanOf(this, file),
			};
		},
	});

	semantics.addOperation<PropositionSyntax>("proposition(file)", {
		Proposition(premiss, _arrow, conclusion) {
			const file: SourceFile = this.args?.file;
			const operand: PropositionSyntax = premiss.proposition(file);
			if (conclusion.numChildren === 0) return operand;
			const span = spanOf(this, file);
			const not: PropositionSyntax = { kind: "not", operand, span: operand.span };
			return { kind: "or", operands: [not, conclusion.children[0].proposition(file)], span };
		},
		Disjunction(first, _or, rest) {
			return joined("or", first, rest, this, this.args?.file);
		},
		Conjunction(first, _and, rest) {
			return joined("and", first, rest, this, this.args?.file);
		},
		Negation_not(_not, operand) {
			const file: SourceFile = this.args?.file;
			return { kind: "not", operand: operand.proposition(file), span: spanOf(this, file) };
		},
		Negation_parenthesized(_open, inner, _close) {
			return inner.proposition(this.args?.file);
		},
		Negation_true(_true) {
			return { kind: "true", span: spanOf(this, this.args?.file) };
		},
		Negation_false(_false) {
			return { kind: "false", span: spanOf(this, this.args?.file) };
		},
		Negation_atom(left, operator, right) {
			const file: SourceFile = this.args?.file;
			const text = operator.sourceString;
			return {
				kind: "comparison",
				operator: isComparison(text) ? text : "=",
				left: left.operand(file),
				right: right.operand(file),
				span: spanOf(this, file),
			};
		},
	});

	semantics.addOperation<OperandSyntax>("operand(file)", {
		Arithmetic(first, operators, rest) {
			const file: SourceFile = this.args?.file;
			return groupByPrecedence(
				[first, ...rest.children].map((node): OperandSyntax => node.operand(file)),
				operators.children.map((operator) => operator.sourceString).filter(isArithmetic),
				(operator, left, right): OperandSyntax => {
					return { kind: "computed", operator, left, right, span: joinSpans(left.span, right.span) };
				},
			);
		},
		Operand_parenthesized(_open, inner, _close) {
			const file: SourceFile = this.args?.file;
			const operand: OperandSyntax = inner.operand(file);
			return { ...operand, span: spanOf(this, file) };
		},
		Operand_negative(_minus, operand) {
			const span = spanOf(this, this.args?.file);
			const right: OperandSyntax = operand.operand(this.args?.file);
			return { kind: "computed", operator: "-", left: { kind: "integer", value: 0n, span }, right, span };
		},
		Operand_address(_ampersand, name, index) {
			const file: SourceFile = this.args?.file;
			return { kind: "address", element: readElement(name, index, file), span: spanOf(this, file) };
		},
		Operand_location(node) {
			const file: SourceFile = this.args?.file;
			const bare = /^\w+$/.test(this.sourceString);
			return { kind: "location", location: node.location(file), bare, span: spanOf(this, file) };
		},
		Operand_integer(integer) {
			const span = spanOf(this, this.args?.file);
			return { kind: "integer", value: readSignedInteger(integer), span };
		},
	});

	semantics.addOperation<LocationSyntax>("location(file)", {
		Location_dereference(_star, pointer) {
			const file: SourceFile = this.args?.file;
			return { kind: "dereference", pointer: pointer.location(file), span: spanOf(this, file) };
		},
		Location_register(register) {
			const file: SourceFile = this.args?.file;
			const syntax = readRegister(register, file);
			return { kind: "register", register: syntax, span: syntax.span };
		},
		Location_bracketed(_open, location, _close) {
			return location.location(this.args?.file);
		},
		Location_named(name, index) {
			const element = readElement(name, index, this.args?.file);
			return { kind: "element", element, span: element.span };
		},
	});
}
