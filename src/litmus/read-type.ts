import type { Node, Semantics } from "ohm-js";
import type { SourceFile } from "../source/span.ts";
import type { Name, TypeSyntax } from "./ast.ts";
import { joinSpans, spanOf } from "./read-span.ts";

const QUALIFIERS: ReadonlySet<string> = new Set([
	"const",
	"volatile",
	"restrict",
	"register",
	"static",
	"__rcu",
]);

/** A type from the nodes of its words and of its stars. At least one word or star must be there. */
export function readType(words: Node, pointers: Node, file: SourceFile): TypeSyntax {
	const all = [...words.children, ...pointers.children];
	return {
		words: words.children
			.map((word) => word.sourceString.replace(/\s+/g, " "))
			.filter((word) => !QUALIFIERS.has(word)),
		pointers: pointers.children.length,
		span: joinSpans(spanOf(all[0], file), spanOf(all[all.length - 1], file)),
	};
}

/** A name from its node. */
export function readName(node: Node, file: SourceFile): Name {
	return { name: node.sourceString, span: spanOf(node, file) };
}

/** Adds `typeName(file): TypeSyntax`. */
export function addTypeOperations(semantics: Semantics): void {
	semantics.addOperation<TypeSyntax>("typeName(file)", {
		TypeName(words, pointers) {
			return readType(words, pointers, this.args?.file);
		},
	});
}
