import type { Node, Semantics } from "ohm-js";
import type { SourceFile } from "../source/span.ts";
import type { External, Parameter, Process, ProcessRange, WrittenProcess } from "./ast.ts";
import { addBoundOperation } from "./read-bound.ts";
import { readBrackets } from "./read-initial.ts";
import { joinSpans, spanOf } from "./read-span.ts";
import { readName, readType } from "./read-type.ts";
import type { WrittenTest } from "./test-syntax.ts";

/** What the head of a process says of its number. */
type ProcessNumbers = Pick<Process, "number"> | Pick<ProcessRange, "first" | "last" | "index">;

/** Adds `test(file)`, `process(file)`, `interruption(file)`, `processHead(file)`, `bound(file)`, `parameters(file)` and `parameter(file)`. */
export function addTestOperation(semantics: Semantics): void {
	addBoundOperation(semantics);
	semantics.addOperation<WrittenTest>("test(file)", {
		Test(_architecture, name, information, before, initial, partNodes, questions, _end) {
			const file: SourceFile = this.args?.file;
			const parts = partNodes.children.map((node) => node.children[0]);
			const isProcess = (node: Node): boolean => node.ctorName === "Process";
			const externals = [...before.children, ...parts.filter((node) => !isProcess(node))];
			const description = information.children
				.map((node) => node.sourceString)
				.find((text) => text.startsWith('"'));
			return {
				file,
				name: readName(name, file),
				...(description !== undefined && { description: description.slice(1, -1) }),
				initial: initial.entries(file),
				externals: externals.map((node): External => node.external(file)),
				processes: parts.filter(isProcess).map((node) => node.process(file)),
				questions: questions.children.map((node) => node.question(file)),
			};
		},
	});

	semantics.addOperation<WrittenProcess>("process(file)", {
		Process(heading, _open, parameters, _close, interruptionNode, body) {
			const file: SourceFile = this.args?.file;
			const interruption: Process["interruption"] = interruptionNode.children.at(0)?.interruption(file);
			return {
				...(interruption && { interruption }),
				...heading.processHead(file),
				heading: spanOf(heading, file),
				parameters: parameters.parameters(file),
				body: body.statement(file),
				span: spanOf(this, file),
			};
		},
	});

	semantics.addOperation<Process["interruption"]>("interruption(file)", {
		Interruption(_interrupted, _by, name, _open, operands, close) {
			const file: SourceFile = this.args?.file;
			return {
				kind: "call",
				callee: readName(name, file),
				operands: operands.asIteration().children.map((operand) => operand.expression(file)),
				span: joinSpans(spanOf(name, file), spanOf(close, file)),
			};
		},
	});

	semantics.addOperation<ProcessNumbers>("processHead(file)", {
		ProcessHead_single(name) {
			return { number: Number(name.sourceString.slice(1)) };
		},
		ProcessHead_several(_letter, _open, index, first, _points, last, _close) {
			const file: SourceFile = this.args?.file;
			const [name] = index.children;
			const [end] = last.children;
			return {
				first: first.bound(file),
				...(end && { last: end.bound(file) }),
				...(name && { index: readName(name.children[0], file) }),
			};
		},
	});

	semantics.addOperation<readonly Parameter[]>("parameters(file)", {
		Parameters_none(_void, _close) {
			return [];
		},
		Parameters_some(first, _commas, rest) {
			const file: SourceFile = this.args?.file;
			const nodes = [...first.children, ...rest.children.flatMap((others) => others.children)];
			return nodes.map((node): Parameter => node.parameter(file));
		},
	});

	semantics.addOperation<Parameter>("parameter(file)", {
		Parameter(words, pointers, name, size) {
			const file: SourceFile = this.args?.file;
			return {
				type: readType(words, pointers, file),
				name: readName(name, file),
				...readBrackets(size),
				span: spanOf(this, file),
			};
		},
	});
}
