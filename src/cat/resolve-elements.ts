import { elementAsSet, mixedElements } from "../source/messages-cat.ts";
import type { Span } from "../source/span.ts";
import { union } from "./boolean-operations.ts";
import { type CatValue, noValue } from "./cat-value.ts";
import type { Resolution } from "./resolution.ts";
import { tagSet, tagsOf } from "./tag-sets.ts";

const nothing: CatValue = { kind: "empty" };

/** `{a, b}`. */
export function resolveElements(resolution: Resolution, values: readonly CatValue[], span: Span): CatValue {
	return values.reduceRight((rest, element) => addElement(resolution, element, rest, span), nothing);
}

/**
 * `element ++ rest`. Sets that are not of tags, events or pairs have elements of which only an execution
 * tells whether two are equal; with more than one of them, the value is left to interpretation.
 */
export function addElement(resolution: Resolution, element: CatValue, rest: CatValue, span: Span): CatValue {
	if (element.kind === "unknown" || rest.kind === "unknown") return noValue;
	if (element.kind === "event" || element.kind === "pair") {
		if (rest.kind === "empty") return { kind: "node", node: element.node };
		if (rest.kind !== "node") return resolution.report(mixedElements(span));
		if (rest.node.sort !== element.node.sort) return resolution.report(mixedElements(span));
		return { kind: "node", node: union(resolution.table, [element.node, rest.node]) };
	}
	if (element.kind === "tag") {
		const others = tagsOf(rest);
		return others === undefined ? resolution.report(mixedElements(span)) : tagSet([element.tag, ...others]);
	}
	if (rest.kind === "empty") return { kind: "elements", elements: [element] };
	if (rest.kind === "node") return resolution.report(elementAsSet(span));
	return noValue;
}
