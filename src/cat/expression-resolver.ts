import type { Diagnostic } from "../source/diagnostic.ts";
import {
	callsTooDeep,
	functionAsValue,
	modelTooLarge,
	undefinedName,
	wrongKind,
	wrongSort,
} from "../source/messages-cat.ts";
import { nearestNames } from "../source/nearest-names.ts";
import type { Span } from "../source/span.ts";
import { Application } from "./application.ts";
import { bindPattern } from "./bind-pattern.ts";
import { type CatValue, noValue, type Scope } from "./cat-value.ts";
import type { ModelNode } from "./model.ts";
import type { NodeTable, Sort } from "./node-table.ts";
import type { Resolution } from "./resolution.ts";
import { resolveIf, resolveMatch, resolveTry } from "./resolve-branch.ts";
import { defineAll } from "./resolve-definitions.ts";
import { addElement, resolveElements } from "./resolve-elements.ts";
import { resolveInfix, resolveUnary } from "./resolve-operator.ts";
import type { Expression } from "./syntax.ts";

/** Bound on the operations and operands of one model after its functions are applied. */
const sizeLimit = 200_000;
/** Bound on expressions resolved inside each other, in calls too: it keeps the stack from overflowing. */
const depthLimit = 500;

/**
 * Turns expressions into nodes: looks names up, applies functions, checks sorts, simplifies. Errors
 * are gathered in `diagnostics`; what they are about has no value and is not reported again.
 */
export class ExpressionResolver implements Resolution {
	readonly table: NodeTable;
	readonly variants: ReadonlySet<string>;
	readonly diagnostics: Diagnostic[] = [];
	private readonly application = new Application(this);
	private depth = 0;
	private exhausted = false;

	constructor(table: NodeTable, variants: ReadonlySet<string>) {
		this.table = table;
		this.variants = variants;
	}

	get errorCount(): number {
		return this.diagnostics.length;
	}

	report(diagnostic: Diagnostic): CatValue {
		this.diagnostics.push(diagnostic);
		return noValue;
	}

	attempt<T>(run: () => T): { readonly result: T; readonly failed: boolean } {
		const before = this.diagnostics.length;
		const result = run();
		const failed = this.diagnostics.length > before;
		if (!this.exhausted) this.diagnostics.length = before;
		return { result, failed };
	}

	resolve(expression: Expression, scope: Scope): CatValue {
		if (this.exhausted) return noValue;
		if (this.depth >= depthLimit || this.table.size > sizeLimit) {
			this.exhausted = true;
			const { span } = expression;
			return this.report(
				this.depth >= depthLimit ? callsTooDeep(depthLimit, span) : modelTooLarge(sizeLimit, span),
			);
		}
		this.depth++;
		const value = this.dispatch(expression, scope);
		this.depth--;
		return value;
	}

	call(callee: CatValue, values: readonly CatValue[], span: Span): CatValue {
		return this.application.apply(callee, values, span);
	}

	private dispatch(expression: Expression, scope: Scope): CatValue {
		switch (expression.kind) {
			case "name":
				return this.lookUp(expression.name, expression.span, scope);
			case "tag":
				return { kind: "tag", tag: expression.tag };
			case "universe":
				return { kind: "node", node: this.table.base("set", "_") };
			case "empty":
				return { kind: "empty" };
			case "unary":
				return resolveUnary(this, expression, scope);
			case "infix":
				return resolveInfix(this, expression, scope);
			case "elements":
				return resolveElements(this, this.all(expression.elements, scope), expression.span);
			case "add": {
				const element = this.resolve(expression.element, scope);
				return addElement(this, element, this.resolve(expression.rest, scope), expression.span);
			}
			case "tuple":
				return { kind: "tuple", parts: this.all(expression.parts, scope) };
			case "apply": {
				const callee = this.resolve(expression.callee, scope);
				const values = this.all(expression.arguments, scope);
				const { span } = expression.arguments[0] ?? expression;
				return this.application.apply(callee, values, expression.span, span);
			}
			case "function": {
				const parameters = expression.parameters.map((name) => name.text);
				return { kind: "function", parameters, body: expression.body, scope };
			}
			case "local":
				return this.resolve(
					expression.body,
					defineAll(this, expression.bindings, expression.recursive, scope),
				);
			case "bind": {
				const value = this.resolve(expression.value, scope);
				const inner = bindPattern(this, expression.pattern, value, scope);
				return this.resolve(expression.body, inner);
			}
			case "match":
				return resolveMatch(this, expression, scope);
			case "try":
				return resolveTry(this, expression, scope);
			case "if":
				return resolveIf(this, expression, scope);
		}
	}

	private all(expressions: readonly Expression[], scope: Scope): CatValue[] {
		return expressions.map((expression) => this.resolve(expression, scope));
	}

	private lookUp(name: string, span: Span, scope: Scope): CatValue {
		const value = scope.get(name);
		if (value !== undefined) return value;
		return this.report(undefinedName(name, nearestNames(name, scope.keys()), span));
	}

	needSort(value: CatValue, sort: Sort, by: string, span: Span): ModelNode | undefined {
		const node = this.needNode(value, sort, by, span);
		if (node === undefined || node.sort === sort) return node;
		this.report(wrongSort(sort, by, span));
		return undefined;
	}

	needNode(value: CatValue, sort: Sort, by: string, span: Span): ModelNode | undefined {
		if (value.kind === "node" || value.kind === "event" || value.kind === "pair") return value.node;
		if (value.kind === "empty") return this.table.empty(sort);
		const isError = value.kind === "function" || value.kind === "builtin" || value.kind === "procedure";
		if (isError) this.report(functionAsValue(by, span));
		else if (value.kind === "tag" || value.kind === "tuple" || value.kind === "elements")
			this.report(wrongKind(value.kind, by, span));
		return undefined;
	}
}
