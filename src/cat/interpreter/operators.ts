import { mixedSorts, wrongKindAtRun } from "../../source/messages-cat.ts";
import type { Span } from "../../source/span.ts";
import type { InfixOperator, UnaryOperator } from "../syntax.ts";
import { close, compose, converse, diagonal, everything, filtered, unite } from "./extents.ts";
import { ModelFault } from "./model-fault.ts";
import { type Extent, nothing, type RunValue, setOf } from "./run-value.ts";

const noEvents: Extent = new Set();

/**
 * The extent of a value that must be a set of events, or a relation.
 * @throws ModelFault if it is not
 */
export function extentOf(value: RunValue, sort: "set" | "relation", span: Span): Extent {
	if (value.kind === sort) return value.extent;
	if (value.kind === "nothing") return noEvents;
	if ("extent" in value && value.extent.size === 0) return noEvents;
	if (value.kind === (sort === "set" ? "event" : "pair")) return new Set([value.number]);
	throw new ModelFault(wrongKindAtRun(sort, span));
}

/** What an operator on one operand comes to. */
export function applyUnary(operator: UnaryOperator, value: RunValue, size: number, span: Span): RunValue {
	if (operator === "complement") {
		const sort = value.kind === "relation" || value.kind === "pair" ? "relation" : "set";
		const extent = extentOf(value, sort, span);
		const all = everything(sort === "set" ? size : size * size);
		return { kind: sort, extent: filtered(all, (element) => !extent.has(element)) };
	}
	if (operator === "identity") {
		return { kind: "relation", extent: diagonal(extentOf(value, "set", span), size) };
	}
	const relation = extentOf(value, "relation", span);
	const id = diagonal(everything(size), size);
	switch (operator) {
		case "inverse":
			return { kind: "relation", extent: converse(relation, size) };
		case "optional":
			return { kind: "relation", extent: unite([relation, id]) };
		case "plus":
			return { kind: "relation", extent: close(relation, size) };
		case "star":
			return { kind: "relation", extent: unite([close(relation, size), id]) };
	}
}

/** What an operator on two operands comes to. */
export function applyInfix(
	operator: InfixOperator,
	left: RunValue,
	right: RunValue,
	size: number,
	span: Span,
): RunValue {
	if (operator === "sequence") {
		const extent = compose(extentOf(left, "relation", span), extentOf(right, "relation", span), size);
		return { kind: "relation", extent };
	}
	if (operator === "product") {
		const targets = extentOf(right, "set", span);
		const extent = new Set<number>();
		for (const from of extentOf(left, "set", span)) for (const to of targets) extent.add(from * size + to);
		return { kind: "relation", extent };
	}
	if (left.kind === "elements" || right.kind === "elements") return onElements(operator, left, right, span);
	const sort = sortOf(left) ?? sortOf(right);
	if (sort === undefined) return nothing;
	if ((sortOf(left) ?? sort) !== (sortOf(right) ?? sort))
		throw new ModelFault(mixedSorts("this operator", span));
	const first = extentOf(left, sort, span);
	const second = extentOf(right, sort, span);
	if (operator === "union") return { kind: sort, extent: unite([first, second]) };
	const isKept = operator === "intersection";
	return { kind: sort, extent: filtered(first, (element) => second.has(element) === isKept) };
}

function sortOf(value: RunValue): "set" | "relation" | undefined {
	if (value.kind === "event" || value.kind === "set") return "set";
	return value.kind === "pair" || value.kind === "relation" ? "relation" : undefined;
}

/** Operators on sets of sets, of tags, and so on. */
function onElements(operator: InfixOperator, left: RunValue, right: RunValue, span: Span): RunValue {
	const [first, second] = [left, right].map((value) => {
		if (value.kind === "elements") return value.elements;
		if (value.kind === "nothing") return new Map<string, RunValue>();
		throw new ModelFault(mixedSorts("this operator", span));
	});
	if (operator === "union") return setOf([...first.values(), ...second.values()]);
	const isKept = operator === "intersection";
	return setOf([...first].filter(([key]) => second.has(key) === isKept).map(([, value]) => value));
}
