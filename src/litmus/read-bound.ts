import type { Node, Semantics } from "ohm-js";
import type { SourceFile } from "../source/span.ts";
import type { Bound } from "./ast.ts";
import { readSignedInteger } from "./read-initial.ts";
import { joinSpans, spanOf } from "./read-span.ts";

/** Operands with operators of one level between, from left to right. */
function chain(first: Node, operators: Node, rest: Node, file: SourceFile): Bound {
	let left: Bound = first.bound(file);
	rest.children.forEach((node, index) => {
		const right: Bound = node.bound(file);
		const operator = operators.children[index].sourceString as "+" | "-" | "*" | "/";
		left = { kind: "operation", operator, left, right, span: joinSpans(left.span, right.span) };
	});
	return left;
}

/** Adds `bound(file)`. */
export function addBoundOperation(semantics: Semantics): void {
	semantics.addOperation<Bound>("bound(file)", {
		Bound(first, operators, rest) {
			return chain(first, operators, rest, this.args?.file);
		},
		BoundProduct(first, operators, rest) {
			return chain(first, operators, rest, this.args?.file);
		},
		BoundOperand_parenthesized(_open, inner, _close) {
			return { ...inner.bound(this.args?.file), span: spanOf(this, this.args?.file) };
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
