import type { TypeSyntax } from "../../litmus/ast.ts";
import { originalSpan } from "../../source/original-span.ts";
import type { Span } from "../../source/span.ts";
import type { Declaration } from "../declaration.ts";
import { writeType } from "./write-type.ts";

/** UTF-16 units of a definition that are shown. */
const LONGEST = 600;

/** Where the tag of `struct tag { ... }` stands. */
function tagSpan({ span, definition }: TypeSyntax, tag: string): Span {
	const { file } = span;
	const start = Math.min(span.start, definition?.span.start ?? span.start);
	const brace = file.text.indexOf("{", start);
	const at = file.text.slice(start, brace < 0 ? span.end : brace).lastIndexOf(tag);
	return at < 0 ? span : { file, start: start + at, end: start + at + tag.length };
}

/** What a type that is defined where it stands declares: its tag, members and enumerators, and those of types inside it. */
export function declarationsOfType(type: TypeSyntax, scope: Span | undefined): readonly Declaration[] {
	const { definition } = type;
	if (definition === undefined) return [];
	const known = scope === undefined ? {} : { scope };
	const [keyword, tag] = type.words.at(0)?.split(" ") ?? [];
	const { file, start, end } = definition.span;
	const written = file.text.slice(start, end).replaceAll("\r", "");
	const whole = originalSpan({ file, start: Math.min(start, type.span.start), end });
	const declarations: Declaration[] = [];
	if (tag !== undefined) {
		const body = written.slice(Math.max(0, written.indexOf("{")));
		const text = `${keyword} ${tag} ${body.length > LONGEST ? `${body.slice(0, LONGEST)}...` : body}`;
		declarations.push({
			...known,
			name: tag,
			kind: "type",
			span: originalSpan(tagSpan(type, tag)),
			whole,
			text,
		});
	}
	if (definition.kind === "enumeration") {
		for (const { name, value } of definition.enumerators) {
			const span = originalSpan(name.span);
			const given = value ? ` = ${file.text.slice(value.span.start, value.span.end)}` : "";
			declarations.push({
				...known,
				name: name.name,
				kind: "enumerator",
				span,
				whole: span,
				text: `${name.name}${given}`,
			});
		}
		return declarations;
	}
	for (const member of definition.members) {
		const { name } = member;
		if (name !== undefined) {
			declarations.push({
				...known,
				name: name.name,
				kind: "member",
				span: originalSpan(name.span),
				whole: originalSpan(member.span),
				text: `${writeType(member.type, name.name)}${tag === undefined ? "" : `  // of ${keyword} ${tag}`}`,
			});
		}
		declarations.push(...declarationsOfType(member.type, scope));
	}
	return declarations;
}
