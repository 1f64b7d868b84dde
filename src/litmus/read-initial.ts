import type { Node, Semantics } from "ohm-js";
import type { SourceFile } from "../source/span.ts";
import type {
	DesignatorSyntax,
	ElementSyntax,
	InitialEntry,
	InitialValue,
	RegisterSyntax,
	StepSyntax,
} from "./ast.ts";
import { joinSpans, spanOf } from "./read-span.ts";
import { readName, readType } from "./read-type.ts";

/** The number in digits of C's notation; a bad octal one is read as decimal. */
function numberOf(text: string): bigint {
	const digits = text.replace(/[ul]+$/i, "");
	return /^0[0-7]+$/.test(digits) ? BigInt(`0o${digits}`) : BigInt(digits);
}

/** `-0x10` and its like. */
export function readSignedInteger(node: Node): bigint {
	const text = node.sourceString.replace(/\s+/g, "");
	const sign = /^[-+]/.exec(text)?.[0];
	const value = numberOf(sign === undefined ? text : text.slice(1));
	return sign === "-" ? -value : value;
}

/** `0:r1` from its node. */
export function readRegister(node: Node, file: SourceFile): RegisterSyntax {
	const [thread, name] = /^P?(\d+)[\s\S]*?(\w+)$/.exec(node.sourceString)?.slice(1) ?? [];
	return { thread: Number(thread), name, span: spanOf(node, file) };
}

/** A name with the steps that stand after it. */
export function readElement(nameNode: Node, stepNodes: Node, file: SourceFile): ElementSyntax {
	const name = readName(nameNode, file);
	const last = stepNodes.children.at(-1);
	if (!last) return { name, span: name.span };
	const span = joinSpans(name.span, spanOf(last, file));
	const steps = stepNodes.children.map((step): StepSyntax => step.step(file));
	const [first] = steps;
	if (steps.length === 1 && first.kind === "index") return { name, index: first.index, span };
	return { name, steps, span };
}

/** `[2]` or `[]` from an optional node. */
export function readBrackets(node: Node): { readonly brackets?: { readonly number?: bigint } } {
	const brackets = node.children.at(0);
	if (!brackets) return {};
	const number = brackets.children[1].children.at(0);
	return { brackets: number ? { number: numberOf(number.sourceString) } : {} };
}

/** Adds `entries(file)` (one entry may declare several variables), `initialized(words, file)`, `initialValue(file)`. */
export function addInitialOperations(semantics: Semantics): void {
	semantics.addOperation<readonly InitialEntry[]>("entries(file)", {
		InitialState(_open, _semicolons, entries, _separators, last, _close) {
			const file: SourceFile = this.args?.file;
			const nodes = [...entries.children, ...last.children];
			return nodes.flatMap((entry): readonly InitialEntry[] => entry.entries(file));
		},
		InitialEntry_register(words, pointers, register, _equals, value) {
			const file: SourceFile = this.args?.file;
			const typed = words.children.length > 0;
			return [
				{
					kind: "register",
					...(typed && { type: readType(words, pointers, file) }),
					register: readRegister(register, file),
					value: value.initialValue(file),
					span: spanOf(this, file),
				},
			];
		},
		InitialEntry_typed(words, list) {
			const file: SourceFile = this.args?.file;
			return list.asIteration().children.map((node) => node.initialized(words, file));
		},
		InitialEntry_plain(entry) {
			return [entry.initialized(undefined, this.args?.file)];
		},
	});

	semantics.addOperation<StepSyntax>("step(file)", {
		Index(_open, index, _close) {
			return { kind: "index", index: numberOf(index.sourceString) };
		},
		Step_member(operator, name) {
			const isArrow = operator.sourceString === "->";
			return { kind: "member", name: readName(name, this.args?.file), isArrow };
		},
	});

	semantics.addOperation<InitialEntry>("initialized(words, file)", {
		Initialized_member(name, indices, _dot, member, rest, _equals, value) {
			const { file } = this.args ?? {};
			return {
				kind: "variable",
				name: readName(name, file),
				steps: [
					...indices.children.map((step): StepSyntax => step.step(file)),
					{ kind: "member", name: readName(member, file), isArrow: false },
					...rest.children.map((step): StepSyntax => step.step(file)),
				],
				value: value.initialValue(file),
				span: spanOf(this, file),
			};
		},
		Initialized_bracketed(_open, name, indexNode, _close, _equals, value) {
			const file: SourceFile = this.args?.file;
			const index = indexNode.children.at(0);
			return {
				kind: "variable",
				name: readName(name, file),
				...(index && { brackets: { number: numberOf(index.children[1].sourceString) } }),
				value: value.initialValue(file),
				span: spanOf(this, file),
			};
		},
		Initialized_named(pointers, name, size, _equals, valueNode) {
			const { words, file } = this.args ?? {};
			const value = valueNode.children.at(0);
			return {
				kind: "variable",
				...(words && { type: readType(words, pointers, file) }),
				name: readName(name, file),
				...readBrackets(size),
				...(value && { value: value.initialValue(file) }),
				span: spanOf(this, file),
			};
		},
	});

	semantics.addOperation<InitialValue>("initialValue(file)", {
		InitialValue_list(_open, values, _comma, _close) {
			const file: SourceFile = this.args?.file;
			const nodes = values.asIteration().children;
			const designations = nodes.map(
				(node): readonly DesignatorSyntax[] => node.children[0].children.at(0)?.designation(file) ?? [],
			);
			return {
				kind: "list",
				values: nodes.map((node) => node.initialValue(file)),
				...(designations.some(({ length }) => length > 0) && { designations }),
				span: spanOf(this, file),
			};
		},
		InitialPlaced(_designation, value) {
			return value.initialValue(this.args?.file);
		},
		InitialValue_atomic(_macro, _open, value, _close) {
			return value.initialValue(this.args?.file);
		},
		InitialValue_parenthesized(_open, value, _close) {
			return value.initialValue(this.args?.file);
		},
		InitialValue_integer(integer) {
			const span = spanOf(this, this.args?.file);
			return { kind: "integer", value: readSignedInteger(integer), span };
		},
		InitialValue_address(_ampersand, name, index) {
			const file: SourceFile = this.args?.file;
			return { kind: "address", element: readElement(name, index, file), span: spanOf(this, file) };
		},
		InitialValue_name(name) {
			const file: SourceFile = this.args?.file;
			const element = { name: readName(name, file), span: spanOf(this, file) };
			return { kind: "address", element, span: element.span };
		},
	});
}
