import type { CExpression, CStatement, Declarator } from "../../litmus/ast.ts";
import { expressionsOf, operandsOf, partsOf } from "../../litmus/walk.ts";
import { originalSpan } from "../../source/original-span.ts";
import type { Span } from "../../source/span.ts";
import type { Declaration } from "../declaration.ts";
import { declarationsOfType } from "./declarations-of-type.ts";
import { writeType } from "./write-type.ts";

/** What a declared variable is told as. */
export function writeDeclarator({ type, name, initializer }: Declarator): string {
	const value = initializer?.span.file.text.slice(initializer.span.start, initializer.span.end);
	const isShort = value !== undefined && value.length <= 60;
	return `${writeType(type, name.name)}${isShort ? ` = ${value.replaceAll(/\s+/g, " ")}` : ""}`;
}

/**
 * What a body declares, each name known in its block, then the registers that it only assigns, known in all of it.
 * @param outer names that are no registers: parameters, and what has file scope
 */
export function bodyDeclarations(
	body: CStatement,
	scope: Span,
	outer: ReadonlySet<string>,
	process: number | undefined,
): readonly Declaration[] {
	const found: Declaration[] = [];
	const owner = process === undefined ? {} : { process };
	const assigned = new Map<string, CExpression>();
	const visitExpression = (expression: CExpression, block: Span): void => {
		const target = expression.kind === "assign" ? expression.target : undefined;
		if (target?.kind === "name" && !assigned.has(target.name)) assigned.set(target.name, target);
		if (expression.kind === "statements")
			for (const statement of expression.statements) visit(statement, originalSpan(expression.span));
		else for (const operand of operandsOf(expression)) visitExpression(operand, block);
	};
	const visit = (statement: CStatement, block: Span): void => {
		if (statement.kind === "declaration") {
			for (const declarator of statement.declarators) {
				const { name, type, span } = declarator;
				found.push({
					...owner,
					name: name.name,
					kind: "local",
					span: originalSpan(name.span),
					whole: originalSpan(span),
					scope: block,
					text: writeDeclarator(declarator),
				});
				found.push(...declarationsOfType(type, block));
			}
		}
		if (statement.kind === "label") {
			const { name, span } = statement.label;
			const place = originalSpan(span);
			found.push({ ...owner, name, kind: "label", span: place, whole: place, scope, text: `${name}:` });
		}
		const isBlock = statement.kind === "block" || statement.kind === "for";
		const inside = isBlock ? originalSpan(statement.span) : block;
		for (const expression of expressionsOf(statement)) visitExpression(expression, inside);
		for (const part of partsOf(statement)) visit(part, inside);
	};
	visit(body, scope);
	const declared = new Set(found.map(({ name }) => name));
	for (const [name, target] of assigned) {
		if (outer.has(name) || declared.has(name)) continue;
		const span = originalSpan(target.span);
		found.push({
			...owner,
			name,
			kind: "local",
			span,
			whole: span,
			scope,
			text: `${name}  // never declared`,
		});
	}
	return found;
}
