import { mixedSorts, wrongSort } from "../source/messages-cat.ts";
import { complement, difference, intersection, union } from "./boolean-operations.ts";
import { type CatValue, noValue, type Scope } from "./cat-value.ts";
import { product, sequence } from "./composition.ts";
import type { ModelNode } from "./model.ts";
import type { Sort } from "./node-table.ts";
import type { Resolution } from "./resolution.ts";
import type { Expression } from "./syntax.ts";
import { uniteTags } from "./tag-sets.ts";
import { identity, inverse, optional, plus, star } from "./unary-operations.ts";

type Infix = Extract<Expression, { kind: "infix" }>;
type Unary = Extract<Expression, { kind: "unary" }>;

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

const someRelation: CatValue = { kind: "unknown", sort: "relation" };

/** What an operator on one operand comes to. */
export function resolveUnary(resolution: Resolution, { operator, operand }: Unary, scope: Scope): CatValue {
	const value = resolution.resolve(operand, scope);
	const { table } = resolution;
	if (operator === "complement") {
		if (value.kind === "unknown") return value;
		const node = resolution.needNode(value, "set", symbols.complement, operand.span);
		return node === undefined ? noValue : { kind: "node", node: complement(table, node) };
	}
	const wanted = operator === "identity" ? "set" : "relation";
	const node = resolution.needSort(value, wanted, symbols[operator], operand.span);
	if (node === undefined) return someRelation;
	const build = { identity, inverse, optional, plus, star }[operator];
	return { kind: "node", node: build(table, node) };
}

/** What an operator on several operands comes to. */
export function resolveInfix(resolution: Resolution, expression: Infix, scope: Scope): CatValue {
	const values = expression.operands.map((operand) => resolution.resolve(operand, scope));
	const { operator } = expression;
	if (operator === "sequence" || operator === "product") return compose(resolution, expression, values);
	return combine(resolution, operator, values, expression.operands);
}

/** A sequence or a product, whose operands have one sort each way. */
function compose(
	resolution: Resolution,
	{ operator, operands, span }: Infix,
	values: readonly CatValue[],
): CatValue {
	const wanted = operator === "product" ? "set" : "relation";
	const nodes: ModelNode[] = [];
	for (const [index, value] of values.entries()) {
		const node = resolution.needSort(value, wanted, symbols[operator], operands[index].span);
		if (node !== undefined) nodes.push(node);
	}
	if (nodes.length < values.length) return someRelation;
	if (operator === "sequence") return { kind: "node", node: sequence(resolution.table, nodes) };
	if (nodes.length > 2) {
		resolution.report(wrongSort("set", symbols.product, span));
		return someRelation;
	}
	return { kind: "node", node: product(resolution.table, nodes[0], nodes[1]) };
}

/** Union, intersection and difference, whose operands share a sort. */
function combine(
	resolution: Resolution,
	operator: "union" | "intersection" | "difference",
	values: readonly CatValue[],
	operands: readonly Expression[],
): CatValue {
	if (values.every((value) => value.kind === "empty")) return { kind: "empty" };
	const tags = operator === "union" ? uniteTags(values) : undefined;
	if (tags !== undefined) return tags;
	let sort: Sort | undefined;
	for (const value of values) {
		sort ??= "node" in value ? value.node.sort : undefined;
		sort ??= value.kind === "unknown" ? value.sort : undefined;
	}
	const nodes: ModelNode[] = [];
	for (const [index, value] of values.entries()) {
		const { span } = operands[index];
		const node = resolution.needNode(value, sort ?? "relation", symbols[operator], span);
		if (node === undefined) continue;
		if (sort === undefined || node.sort === sort) nodes.push(node);
		else resolution.report(mixedSorts(symbols[operator], span));
	}
	if (nodes.length < values.length) return sort === undefined ? noValue : { kind: "unknown", sort };
	const { table } = resolution;
	if (operator === "union") return { kind: "node", node: union(table, nodes) };
	if (operator === "intersection") return { kind: "node", node: intersection(table, nodes) };
	return { kind: "node", node: nodes.reduce((left, right) => difference(table, left, right)) };
}
