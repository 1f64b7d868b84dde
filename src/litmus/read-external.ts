import type { Node, Semantics } from "ohm-js";
import type { SourceFile } from "../source/span.ts";
import type { CExpression, Declarator, External, FunctionParameter, FunctionSyntax } from "./ast.ts";
import { spanOf } from "./read-span.ts";
import { readBareType, readName, readType } from "./read-type.ts";

/** What the macros `BPF_CALL_0` to `BPF_CALL_5` give their functions: they return a u64. */
function helperOf(name: Node, parameters: Node, body: Node, whole: Node, file: SourceFile): FunctionSyntax {
	const span = spanOf(name, file);
	return {
		kind: "function",
		name: readName(name, file),
		result: { words: ["u64"], pointers: 0, span },
		parameters: parameters.children.map((node): FunctionParameter => node.bpfParameter(file)),
		body: body.statement(file),
		span: spanOf(whole, file),
	};
}

/** Adds `external(file): External`. */
export function addExternalOperations(semantics: Semantics): void {
	semantics.addOperation<FunctionParameter>("bpfParameter(file)", {
		BpfParameter(_comma, type, _comma2, name) {
			const file: SourceFile = this.args?.file;
			return { type: type.typeName(file), name: readName(name, file), span: spanOf(this, file) };
		},
	});

	semantics.addOperation<External>("external(file)", {
		External_helper(_call, _open, name, parameters, _close, body) {
			return helperOf(name, parameters, body, this, this.args?.file);
		},
		External_assertion(_assert, _open, conditionNode, _comma, _text, _close, _semicolon) {
			const file: SourceFile = this.args?.file;
			const condition: CExpression = conditionNode.expression(file);
			return { kind: "assertion", condition, span: spanOf(this, file) };
		},
		External_typedef(_typedef, words, list, _semicolon) {
			const file: SourceFile = this.args?.file;
			const declarators = list
				.asIteration()
				.children.map((node): Declarator => ({ ...node.declared(words, file), span: spanOf(node, file) }));
			return { kind: "typedef", declarators, span: spanOf(this, file) };
		},
		External_function(words, pointers, name, parameters, _attributes, body) {
			const file: SourceFile = this.args?.file;
			return {
				kind: "function",
				name: readName(name, file),
				result: readType(words, pointers, file),
				parameters: parameters.functionParameters(file),
				...(body.ctorName === "Block" && { body: body.statement(file) }),
				span: spanOf(this, file),
			};
		},
		External_variables(words, list, _semicolon) {
			const file: SourceFile = this.args?.file;
			return {
				kind: "variables",
				type: readBareType(words, file),
				declarators: list.asIteration().children.map((node): Declarator => node.declarator(words, file)),
				isExtern: words.children.some((word) => word.sourceString === "extern"),
				span: spanOf(this, file),
			};
		},
	});
}
