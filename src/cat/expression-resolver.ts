import type { Diagnostic } from "../source/diagnostic.ts";
import {
	callsTooDeep,
	functionAsValue,
	mixedSorts,
	modelTooLarge,
	notAFunction,
	undefinedName,
	wrongArgumentCount,
	wrongSort,
} from "../source/messages-cat.ts";
import { nearestNames } from "../source/nearest-names.ts";
import type { Span } from "../source/span.ts";
import { complement, difference, intersection, union } from "./boolean-operations.ts";
import { broken, type CatValue, type Scope } from "./cat-value.ts";
import { product, sequence } from "./composition.ts";
import type { ModelNode } from "./model.ts";
import type { NodeTable, Sort } from "./node-table.ts";
import type { Resolution } from "./resolution.ts";
import { defineAll } from "./resolve-definitions.ts";
import type { Expression } from "./syntax.ts";
import { identity, inverse, optional, plus, star } from "./unary-operations.ts";

type Infix = Extract<Expression, { kind: "infix" }>;
type Unary = Extract<Expression, { kind: "unary" }>;
type Apply = Extract<Expression, { kind: "apply" }>;

/** Bound on the operations and operands of one model after its functions are applied. */
const sizeLimit = 200_000;
/** Bound on expressions resolved inside each other, in calls too: it keeps the stack from overflowing. */
const depthLimit = 500;

const symbols = {
	union: "`|`",
	sequence: "`;`",
	difference: "`\\`",
	intersection: "`&`",
	product: "`*`",
	complement: "`~`",
	identity: "`[ ]`",
	inverse: "`^-1`",
	optional: "`?`",
	plus: "`+`",
	star: "`*`",
} as const;

/**
 * Turns expressions into nodes: looks names up, applies functions, checks sorts, simplifies. Errors
 * are gathered in `diagnostics`; what they are about becomes `broken` and is not reported again.
 */
export class ExpressionResolver implements Resolution {
	readonly table: NodeTable;
	readonly diagnostics: Diagnostic[] = [];
	private readonly applied = new Map<CatValue, Map<string, CatValue>>();
	private depth = 0;
	private exhausted = false;

	constructor(table: NodeTable) {
		this.table = table;
	}

	report(diagnostic: Diagnostic): CatValue {
		this.diagnostics.push(diagnostic);
		return broken;
	}

	attempt<T>(run: () => T): T {
		const before = this.diagnostics.length;
		const result = run();
		if (!this.exhausted) this.diagnostics.length = before;
		return result;
	}

	resolve(expression: Expression, scope: Scope): CatValue {
		if (this.exhausted) return broken;
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

	private dispatch(expression: Expression, scope: Scope): CatValue {
		switch (expression.kind) {
			case "name":
				return this.lookUp(expression.name, expression.span, scope);
			case "universe":
				return { kind: "node", node: this.table.base("set", "_") };
			case "empty":
				return { kind: "empty" };
			case "unary":
				return this.unary(expression, scope);
			case "infix":
				return this.infix(expression, scope);
			case "apply":
				return this.apply(expression, scope);
			case "function": {
				const parameters = expression.parameters.map((name) => name.text);
				return { kind: "function", parameters, body: expression.body, scope };
			}
			case "local":
				return this.resolve(
					expression.body,
					defineAll(this, expression.bindings, expression.recursive, scope),
				);
		}
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
		if (value.kind === "node") return value.node;
		if (value.kind === "empty") return this.table.empty(sort);
		if (value.kind !== "broken") this.report(functionAsValue(by, span));
		return undefined;
	}

	private unary({ operator, operand }: Unary, scope: Scope): CatValue {
		const value = this.resolve(operand, scope);
		const { table } = this;
		if (operator === "complement") {
			if (value.kind === "broken") return value;
			const node = this.needNode(value, "set", symbols.complement, operand.span);
			return node === undefined ? broken : { kind: "node", node: complement(table, node) };
		}
		const wanted = operator === "identity" ? "set" : "relation";
		const node = this.needSort(value, wanted, symbols[operator], operand.span);
		if (node === undefined) return { kind: "broken", sort: "relation" };
		const build = { identity, inverse, optional, plus, star }[operator];
		return { kind: "node", node: build(table, node) };
	}

	private infix({ operator, operands, span }: Infix, scope: Scope): CatValue {
		const values = operands.map((operand) => this.resolve(operand, scope));
		if (operator === "sequence" || operator === "product") {
			const wanted = operator === "product" ? "set" : "relation";
			const nodes: ModelNode[] = [];
			for (const [index, value] of values.entries()) {
				const node = this.needSort(value, wanted, symbols[operator], operands[index].span);
				if (node !== undefined) nodes.push(node);
			}
			if (nodes.length < values.length) return { kind: "broken", sort: "relation" };
			if (operator === "sequence") return { kind: "node", node: sequence(this.table, nodes) };
			if (nodes.length > 2) {
				this.report(wrongSort("set", symbols.product, span));
				return { kind: "broken", sort: "relation" };
			}
			return { kind: "node", node: product(this.table, nodes[0], nodes[1]) };
		}
		return this.boolean(operator, values, operands);
	}

	/** Union, intersection and difference, whose operands share a sort. */
	private boolean(
		operator: "union" | "intersection" | "difference",
		values: readonly CatValue[],
		operands: readonly Expression[],
	): CatValue {
		if (values.every((value) => value.kind === "empty")) return { kind: "empty" };
		let sort: Sort | undefined;
		for (const value of values) {
			sort ??= value.kind === "node" ? value.node.sort : undefined;
			sort ??= value.kind === "broken" ? value.sort : undefined;
		}
		const nodes: ModelNode[] = [];
		for (const [index, value] of values.entries()) {
			const { span } = operands[index];
			const node = this.needNode(value, sort ?? "relation", symbols[operator], span);
			if (node === undefined) continue;
			if (sort === undefined || node.sort === sort) nodes.push(node);
			else this.report(mixedSorts(symbols[operator], span));
		}
		if (nodes.length < values.length) {
			return sort === undefined ? broken : { kind: "broken", sort };
		}
		if (operator === "union") return { kind: "node", node: union(this.table, nodes) };
		if (operator === "intersection") {
			return { kind: "node", node: intersection(this.table, nodes) };
		}
		const node = nodes.reduce((left, right) => difference(this.table, left, right));
		return { kind: "node", node };
	}

	private apply(expression: Apply, scope: Scope): CatValue {
		const callee = this.resolve(expression.callee, scope);
		const values = expression.arguments.map((argument) => this.resolve(argument, scope));
		const { span } = expression;
		if (callee.kind === "broken") return broken;
		if (callee.kind === "node") return this.report(notAFunction(callee.node.sort, span));
		if (callee.kind === "empty") return this.report(notAFunction("set", span));
		const wanted = callee.kind === "builtin" ? 1 : callee.parameters.length;
		if (values.length !== wanted) {
			return this.report(wrongArgumentCount(wanted, values.length, span));
		}
		if (callee.kind === "builtin") {
			const by = `\`${callee.name}\``;
			const node = this.needSort(values[0], "relation", by, expression.arguments[0].span);
			if (node === undefined) return { kind: "broken", sort: callee.result };
			return { kind: "node", node: callee.apply(this.table, node) };
		}
		return this.callOnce(callee, values);
	}

	/** Applies a function; on sets and relations that it was applied to before, takes that result. */
	private callOnce(callee: Extract<CatValue, { kind: "function" }>, values: readonly CatValue[]): CatValue {
		if (values.some((value) => value.kind === "broken")) return broken;
		const call = (): CatValue => {
			let inner = callee.scope;
			for (const [index, name] of callee.parameters.entries()) {
				inner = inner.set(name, values[index]);
			}
			return this.resolve(callee.body, inner);
		};
		if (values.some((value) => value.kind !== "node" && value.kind !== "empty")) return call();
		const key = values.map((value) => (value.kind === "node" ? value.node.id : "0")).join(" ");
		let results = this.applied.get(callee);
		if (results === undefined) {
			results = new Map();
			this.applied.set(callee, results);
		}
		const known = results.get(key);
		if (known !== undefined) return known;
		const before = this.diagnostics.length;
		const result = call();
		// An attempt may forget what was reported, so a result with errors is made anew.
		if (this.diagnostics.length === before) results.set(key, result);
		return result;
	}
}
