import type { Node, Semantics } from "ohm-js";
import type { SourceFile } from "../source/span.ts";
import type {
	CExpression,
	FunctionParameter,
	MemberSyntax,
	Name,
	TypeDefinition,
	TypeSyntax,
} from "./ast.ts";
import { joinSpans, spanOf, textOf } from "./read-span.ts";

/** What one word of a type adds to it; `word` is none for qualifiers and attributes. */
type Word = Partial<Omit<TypeSyntax, "words" | "pointers" | "span">> & { readonly word?: string };

/** What a declared name adds to the type that stands before it. */
export interface Declared {
	readonly name: Name;
	readonly type: TypeSyntax;
}

/** What several attributes ask for together. */
function merged(words: readonly Word[]): Omit<Word, "word"> {
	const alignments = words.flatMap((word) => word.alignments ?? []);
	const found: Word = Object.assign({}, ...words, { word: undefined });
	const { word: _word, ...rest } = found;
	return { ...rest, ...(alignments.length > 0 && { alignments }) };
}

function typeOf(words: readonly Node[], pointers: readonly Node[], file: SourceFile): TypeSyntax {
	const all = [...words, ...pointers];
	const parts = words.map((word): Word => word.typeWord(file));
	const last = pointers.at(-1);
	const isConst = last
		? /\bconst\b/.test(last.sourceString)
		: words.some((word) => word.sourceString === "const");
	const isStatic = words.some((word) => word.sourceString === "static");
	const isThreadLocal = words.some((word) => word.sourceString === "__thread");
	const { isConst: _const, ...rest } = merged(parts);
	return {
		words: parts.flatMap(({ word }) => word ?? []),
		pointers: pointers.length,
		...rest,
		...(isConst && { isConst }),
		...(isStatic && { isStatic }),
		...(isThreadLocal && { isThreadLocal }),
		span: joinSpans(spanOf(all[0], file), spanOf(all[all.length - 1], file)),
	};
}

/** A type from the nodes of its words and of its stars. At least one word or star must be there. */
export function readType(words: Node, pointers: Node, file: SourceFile): TypeSyntax {
	return typeOf(words.children, pointers.children, file);
}

/** The type that the nodes of words alone make. */
export function readBareType(words: Node, file: SourceFile): TypeSyntax {
	return typeOf(words.children, [], file);
}

/** A name from its node. */
export function readName(node: Node, file: SourceFile): Name {
	return { name: textOf(node, file), span: spanOf(node, file) };
}

/** The type with arrays and attributes added. */
function withSuffixes(
	type: TypeSyntax,
	sizes: Node,
	attributes: Node | undefined,
	file: SourceFile,
): TypeSyntax {
	const arrays = sizes.children.map((size): CExpression | undefined => size.arraySize(file));
	const added = merged((attributes?.children ?? []).map((node): Word => node.typeWord(file)));
	const alignments = [...(type.alignments ?? []), ...(added.alignments ?? [])];
	return {
		...type,
		...added,
		...(alignments.length > 0 && { alignments }),
		...(arrays.length > 0 && { arrays }),
	};
}

/** The type of a pointer to a function with such a result. */
function functionPointer(
	words: Node,
	resultStars: Node,
	stars: Node,
	parameters: Node,
	file: SourceFile,
): TypeSyntax {
	const { isConst: _const, ...type } = readType(words, resultStars, file);
	const isConst = /\bconst\b/.test(stars.children.at(-1)?.sourceString ?? "");
	return {
		...type,
		parameters: parameters.functionParameters(file),
		functionPointers: stars.children.length,
		...(isConst && { isConst }),
	};
}

function tagged(kind: Node, name: Node | undefined, file: SourceFile): string {
	return `${kind.sourceString} ${name === undefined ? "" : textOf(name, file)}`.trim();
}

/** Adds the operations on types: `typeName`, `typeWord`, `arraySize`, `members`, `functionParameters` and `declared`. */
export function addTypeOperations(semantics: Semantics): void {
	semantics.addOperation<TypeSyntax>("typeName(file)", {
		TypeName_object(words, pointers, sizes) {
			const file: SourceFile = this.args?.file;
			return withSuffixes(readType(words, pointers, file), sizes, undefined, file);
		},
		TypeName_function(words, pointers, _open, stars, _close, parameters) {
			return functionPointer(words, pointers, stars, parameters, this.args?.file);
		},
	});

	semantics.addOperation<Word>("typeWord(file)", {
		knownWord(_keyword, _word) {
			const text = this.sourceString;
			return isQualifier(text) ? {} : { word: text };
		},
		typedefName(_first, _rest) {
			return { word: textOf(this, this.args?.file) };
		},
		TypeConstruct_record(kind, attributes, name, _open, members, _close) {
			const file: SourceFile = this.args?.file;
			const definition: TypeDefinition = {
				kind: "record",
				isUnion: kind.sourceString === "union",
				members: members.children.flatMap((member): readonly MemberSyntax[] => member.members(file)),
				span: spanOf(this, file),
			};
			const added = merged(attributes.children.map((node): Word => node.typeWord(file)));
			return { word: tagged(kind, name.children.at(0), file), definition, ...added };
		},
		TypeConstruct_enumeration(kind, name, _open, list, _comma, _close) {
			const file: SourceFile = this.args?.file;
			const enumerators = list.asIteration().children.map((node) => node.enumerator(file));
			return {
				word: tagged(kind, name.children.at(0), file),
				definition: { kind: "enumeration", enumerators, span: spanOf(this, file) },
			};
		},
		TypeConstruct_tagged(kind, name) {
			return { word: tagged(kind, name, this.args?.file) };
		},
		TypeConstruct_typeof(_typeof, _open, operand, _close) {
			const file: SourceFile = this.args?.file;
			const isType = operand.ctorName === "TypeName";
			return { word: "typeof", sameAs: isType ? operand.typeName(file) : operand.expression(file) };
		},
		Attribute_aligned(_aligned, _open, size, _close) {
			return { alignments: [size.expression(this.args?.file)] };
		},
		Attribute_words(_words, _open, unit, _close) {
			return { unit: unit.typeName(this.args?.file) };
		},
		Attribute_packed(_packed) {
			return { isPacked: true };
		},
		Attribute_mapped(_mapped) {
			return { isMappedTwice: true };
		},
		Attribute_list(_attribute, _open, _open2, items, _close, _close2) {
			const file: SourceFile = this.args?.file;
			const nodes = items.asIteration().children;
			return merged(nodes.map((item): Word => item.typeWord(file)));
		},
		AttributeItem(name, _open, list, _close) {
			const file: SourceFile = this.args?.file;
			const attribute = name.sourceString.replace(/^__|__$/g, "");
			if (attribute === "packed") return { isPacked: true };
			if (attribute !== "aligned") return {};
			const operands = list.children.at(0)?.asIteration().children ?? [];
			return { alignments: operands.map((operand): CExpression => operand.expression(file)) };
		},
	});

	semantics.addOperation<{ name: Name; value?: CExpression }>("enumerator(file)", {
		Enumerator(name, _equals, value) {
			const file: SourceFile = this.args?.file;
			const node = value.children.at(0);
			return { name: readName(name, file), ...(node && { value: node.expression(file) }) };
		},
	});

	semantics.addOperation<CExpression | undefined>("arraySize(file)", {
		ArraySize(_open, size, _close) {
			return size.children.at(0)?.expression(this.args?.file);
		},
	});

	semantics.addOperation<readonly MemberSyntax[]>("members(file)", {
		Member(words, list, _semicolon) {
			const file: SourceFile = this.args?.file;
			const nodes = list.asIteration().children;
			if (nodes.length === 0) {
				return [{ type: readBareType(words, file), span: spanOf(this, file) }];
			}
			return nodes.map((node) => ({ ...node.declared(words, file), span: spanOf(node, file) }));
		},
	});

	semantics.addOperation<readonly FunctionParameter[]>("functionParameters(file)", {
		FunctionParameters_none(_open, _void, _close) {
			return [];
		},
		FunctionParameters_some(_open, list, _rest, _close) {
			const file: SourceFile = this.args?.file;
			return list.asIteration().children.map((node) => node.functionParameter(file));
		},
	});

	semantics.addOperation<FunctionParameter>("functionParameter(file)", {
		FunctionParameter_named(words, declared) {
			const file: SourceFile = this.args?.file;
			return { ...declared.declared(words, file), span: spanOf(this, file) };
		},
		FunctionParameter_unnamed(type) {
			const file: SourceFile = this.args?.file;
			return { type: type.typeName(file), span: spanOf(this, file) };
		},
	});

	semantics.addOperation<Declared>("declared(words, file)", {
		Declared_object(pointers, name, sizes, attributes) {
			const { words, file } = this.args ?? {};
			return {
				name: readName(name, file),
				type: withSuffixes(readType(words, pointers, file), sizes, attributes, file),
			};
		},
		Declared_function(pointers, _open, stars, name, sizes, _close, parameters, attributes) {
			const { words, file } = this.args ?? {};
			const type = functionPointer(words, pointers, stars, parameters, file);
			return { name: readName(name, file), type: withSuffixes(type, sizes, attributes, file) };
		},
	});
}

/** Words of declarations that mean nothing here; `const` does for members, and is looked for apart. */
function isQualifier(word: string): boolean {
	return QUALIFIERS.has(word) || (word.startsWith("__") && !/^__[us](?:8|16|32|64)$/.test(word));
}

const QUALIFIERS: ReadonlySet<string> = new Set([
	...["const", "volatile", "restrict", "register", "static", "inline", "extern"],
	...["noinline", "notrace", "asmlinkage"],
]);
