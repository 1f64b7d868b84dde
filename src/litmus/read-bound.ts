import type { Semantics } from "ohm-js";
import type { SourceFile } from "../source/span.ts";
import type { Bound } from "./ast.ts";
import { groupByPrecedence } from "./precedence.ts";
import { readSignedInteger } from "./read-initial.ts";
import { joinSpans, spanOf } from "./read-span.ts";

type BoundOperator = (Bound & { kind: "operation" })["operator"];

function isBoundOperator(text: string): text is BoundOperator {
	return text === "+" || text === "-" || text === "*" || text === "/";
}

/** Adds `bound(file)`. */
export function addBoundOperation(semantics: Semantics): void {
	semantics.addOperation<Bound>("bound(file)", {
		Bound(first, operators, rest) {
			const file: SourceFile = this.args?.file;
			return groupByPrecedence(
				[first, ...rest.children].map((node): Bound => node.bound(file)),
				operators.children.map((operator) => operator.sourceString).filter(isBoundOperator),
				(operator, left, right): Bound => {
					return { kind: "operation", operator, left, right, span: joinSpans(left.span, right.span) };
				},
			);
		},
		BoundOperand_parenthesized(_open, inner, _close) {
			const file: SourceFile = this.args?.file;
			const bound: Bound = inner.bound(file);
			return { ...bound, span: spanOf(this, file) };
		},
		BoundOperand_signed(sign, operand) {
			const file: SourceFile = this.args?.file;
			const inner: Bound = operand.bound(file);
			const span = spanOf(this, file);
			return sign.sourceString === "-" ? { kind: "negation", operand: inner, span } : { ...inner, span };
		},
		BoundOperand_integer(integer) {
			const span = spanOf(this, this.args?.file);
			return { kind: "integer", value: readSignedInteger(integer), span };
		},
	});
}
