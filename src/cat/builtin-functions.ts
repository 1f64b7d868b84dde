import { setOfTag } from "../execution/set-of-tag.ts";
import type { Span } from "../source/span.ts";
import { difference, union } from "./boolean-operations.ts";
import { type CatValue, noValue } from "./cat-value.ts";
import { columns } from "./columns.ts";
import { sequence } from "./composition.ts";
import type { ModelNode } from "./model.ts";
import type { NodeTable } from "./node-table.ts";
import type { Resolution } from "./resolution.ts";
import { tagsOf } from "./tag-sets.ts";
import { domain, plus, range } from "./unary-operations.ts";

/** How a function that the language supplies is applied. */
interface BuiltinFunction {
	readonly arity: number;
	/** Whether it is applied to one argument first, as in `map f s`. */
	readonly curried: boolean;
	readonly apply: (
		resolution: Resolution,
		values: readonly CatValue[],
		span: Span,
		given: CatValue,
	) => CatValue;
}

/** A function on one relation. */
function onRelation(
	name: string,
	build: (table: NodeTable, relation: ModelNode) => ModelNode,
): readonly [string, BuiltinFunction] {
	return named(name, 1, (resolution, [value], span) => {
		const node = resolution.needSort(value, "relation", `\`${name}\``, span);
		return node === undefined ? noValue : { kind: "node", node: build(resolution.table, node) };
	});
}

function named(
	name: string,
	arity: number,
	apply: BuiltinFunction["apply"],
	curried = false,
): readonly [string, BuiltinFunction] {
	return [name, { arity, curried, apply }];
}

/** One step of an order: what two or more steps reach is left out. */
function singleStep(table: NodeTable, relation: ModelNode): ModelNode {
	return difference(table, relation, sequence(table, [relation, plus(table, relation)]));
}

/** `map f s`. */
function mapOver(resolution: Resolution, f: CatValue, elements: CatValue, span: Span): CatValue {
	const { table } = resolution;
	switch (elements.kind) {
		case "empty":
			return elements;
		case "elements": {
			if (elements.elements.length > 1) return noValue;
			const value = resolution.call(f, elements.elements, span);
			return value.kind === "unknown" ? value : { kind: "elements", elements: [value] };
		}
		case "node": {
			const { node } = elements;
			if (node.op === "empty") return { kind: "empty" };
			// The result for any one element, as an expression in that element.
			const element = table.fresh(node.sort);
			const kind = node.sort === "set" ? "event" : "pair";
			const value = resolution.call(f, [{ kind, node: element }], span);
			if (kind === "pair") {
				return value.kind === "node" && value.node === element ? { kind: "singletons", node } : noValue;
			}
			if (value.kind !== "singletons") return noValue;
			const edges = columns(table, value.node, element);
			return edges === undefined ? noValue : { kind: "family", over: node, edges };
		}
		default:
			return noValue;
	}
}

/** `fold f (s, start)`: f applied to each element and what came before. */
function foldOver(
	resolution: Resolution,
	f: CatValue,
	elements: CatValue,
	start: CatValue,
	span: Span,
): CatValue {
	const tags = tagsOf(elements);
	if (tags === undefined) return noValue;
	return tags.reduce((value, tag) => resolution.call(f, [{ kind: "tag", tag }, value], span), start);
}

/** `cross s`: all unions of one element of each element of s. */
function crossOf(value: CatValue): CatValue {
	if (value.kind === "family") return { kind: "choices", over: value.over, edges: value.edges };
	if (value.kind === "empty") return { kind: "elements", elements: [value] };
	return noValue;
}

/** All events that carry one of these tags; what a tag names is the set of its name. */
const eventsOf: BuiltinFunction["apply"] = ({ table }, [value]) => {
	const tags = value.kind === "tag" ? [value.tag] : tagsOf(value);
	if (tags === undefined || tags.length === 0) return tags === undefined ? noValue : { kind: "empty" };
	return {
		kind: "node",
		node: union(
			table,
			tags.map((tag) => table.base("set", setOfTag(tag))),
		),
	};
};

const interpreted: BuiltinFunction["apply"] = () => noValue;

/** The functions that need no definition, by name; those on sets of sets take only what a text shows. */
export const BUILTIN_FUNCTIONS: ReadonlyMap<string, BuiltinFunction> = new Map([
	onRelation("domain", domain),
	onRelation("range", range),
	onRelation("singlestep", singleStep),
	named("map", 1, (resolution, [elements], span, f) => mapOver(resolution, f, elements, span), true),
	named(
		"fold",
		2,
		(resolution, [elements, start], span, f) => foldOver(resolution, f, elements, start, span),
		true,
	),
	named("cross", 1, (_, [value]) => crossOf(value)),
	named("tag2events", 1, eventsOf),
	named("classes", 1, interpreted),
	named("partition", 1, interpreted),
	named("linearisations", 2, interpreted),
]);
