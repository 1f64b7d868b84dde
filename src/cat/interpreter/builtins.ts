import { setOfTag } from "../../execution/set-of-tag.ts";
import { wrongArgumentCount, wrongKindAtRun } from "../../source/messages-cat.ts";
import type { Span } from "../../source/span.ts";
import { close, compose, ends, filtered, unite } from "./extents.ts";
import { ModelFault } from "./model-fault.ts";
import { applyInfix, extentOf } from "./operators.ts";
import { elementsOf, keyOf, nothing, type RunValue, setOf } from "./run-value.ts";

/** What the functions that the language supplies need of the execution and of the interpreter. */
export interface BuiltinContext {
	/** The number of events. */
	readonly size: number;
	/** The events that carry a tag, by the name of its set. */
	tagged(set: string): RunValue;
	/**
	 * Notes that so many values are made.
	 * @throws ModelFault if interpretation takes too long
	 */
	spend(steps: number, span: Span): void;
	/** Applies a function. */
	call(callee: RunValue, values: readonly RunValue[], span: Span): RunValue;
}

type Apply = (context: BuiltinContext, values: readonly RunValue[], span: Span) => RunValue;

function needElements(value: RunValue, span: Span): readonly RunValue[] {
	const elements = elementsOf(value);
	if (elements === undefined) throw new ModelFault(wrongKindAtRun("set", span));
	return elements;
}

const singleStep: Apply = ({ size }, [value], span) => {
	const relation = extentOf(value, "relation", span);
	const longer = compose(relation, close(relation, size), size);
	return { kind: "relation", extent: filtered(relation, (pair) => !longer.has(pair)) };
};

/** All unions of one element of each element of a set. */
const cross: Apply = ({ size, spend }, [value], span) => {
	let found: readonly RunValue[] = [nothing];
	for (const family of needElements(value, span)) {
		const members = needElements(family, span);
		spend(found.length * members.length, span);
		found = found.flatMap((chosen) =>
			members.map((member) => applyInfix("union", chosen, member, size, span)),
		);
	}
	return setOf(found);
};

/** The classes of an equivalence, as sets of events. */
const classes: Apply = ({ size }, [value], span) => {
	const relation = extentOf(value, "relation", span);
	const found = [...ends(relation, "from", size)].map((event): RunValue => {
		const members = [...relation].filter((pair) => Math.floor(pair / size) === event);
		return { kind: "set", extent: new Set(members.map((pair) => pair % size)) };
	});
	return setOf(found);
};

/** All total orders of a set's events that have the pairs of a relation in them. */
const linearisations: Apply = ({ size, spend }, [set, relation], span) => {
	const events = [...extentOf(set, "set", span)].sort((a, b) => a - b);
	const before = extentOf(relation, "relation", span);
	const found: RunValue[] = [];
	const extend = (placed: readonly number[], left: readonly number[]): void => {
		spend(events.length, span);
		if (left.length === 0) {
			const pairs = placed.flatMap((from, i) => placed.slice(i + 1).map((to) => from * size + to));
			found.push({ kind: "relation", extent: new Set(pairs) });
		}
		for (const next of left) {
			const others = left.filter((event) => event !== next);
			if (!others.some((event) => before.has(event * size + next))) extend([...placed, next], others);
		}
	};
	extend([], events);
	return setOf(found);
};

const taggedEvents: Apply = (context, [value], span) => {
	const tags = value.kind === "tag" ? [value] : needElements(value, span);
	const extents = tags.map((tag) => {
		if (tag.kind !== "tag") throw new ModelFault(wrongKindAtRun("set", span));
		return extentOf(context.tagged(setOfTag(tag.tag)), "set", span);
	});
	return { kind: "set", extent: unite(extents) };
};

const oneArgument: Readonly<Record<string, Apply>> = {
	domain: ({ size }, [value], span) => ({
		kind: "set",
		extent: ends(extentOf(value, "relation", span), "from", size),
	}),
	range: ({ size }, [value], span) => ({
		kind: "set",
		extent: ends(extentOf(value, "relation", span), "to", size),
	}),
	singlestep: singleStep,
	cross,
	classes,
	partition: classes,
	tag2events: taggedEvents,
};

/**
 * Applies a function that the language supplies.
 * @throws ModelFault if its arguments are not what it works on
 */
export function applyBuiltin(
	context: BuiltinContext,
	builtin: RunValue & { kind: "builtin" },
	values: readonly RunValue[],
	span: Span,
): RunValue {
	const { name, given } = builtin;
	const need = (count: number): readonly RunValue[] => {
		const [only] = values;
		const spread = values.length === 1 && only.kind === "tuple" ? only.parts : values;
		if (spread.length !== count) throw new ModelFault(wrongArgumentCount(count, values.length, span));
		return spread;
	};
	if (name === "map" || name === "fold") {
		if (given === undefined) return { ...builtin, given: need(1)[0] };
		if (name === "map") {
			const elements = needElements(values[0], span);
			return setOf(elements.map((element) => context.call(given, [element], span)));
		}
		const [elements, start] = need(2);
		return needElements(elements, span).reduce(
			(value, element) => context.call(given, [element, value], span),
			start,
		);
	}
	if (name === "linearisations") return linearisations(context, need(2), span);
	return oneArgument[name](context, values.length === 1 ? values : need(1), span);
}

/** Whether two values are equal as members of a set are. */
export function areEqual(left: RunValue, right: RunValue): boolean {
	return keyOf(left) === keyOf(right);
}
