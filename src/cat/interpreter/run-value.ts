import type { Map as ImmutableMap } from "immutable";
import type { Expression, Statement } from "../syntax.ts";

/** A set as the numbers of its events, a relation as its pairs, each `from * size + to`. */
export type Extent = ReadonlySet<number>;

/** What names mean while a model is interpreted. */
export type Environment = ImmutableMap<string, RunValue>;

/** What an expression means in one execution. */
export type RunValue =
	| { readonly kind: "set" | "relation"; readonly extent: Extent }
	/** `0` or `{}`: empty, of whatever kind its place needs. */
	| { readonly kind: "nothing" }
	| { readonly kind: "event" | "pair"; readonly number: number }
	| { readonly kind: "tag"; readonly tag: string }
	/** A set of anything but events and pairs, each element under its key, at least one. */
	| { readonly kind: "elements"; readonly elements: ReadonlyMap<string, RunValue> }
	| { readonly kind: "tuple"; readonly parts: readonly RunValue[] }
	| RunFunction
	/** `given`: the first argument of one that takes its arguments one after another. */
	| { readonly kind: "builtin"; readonly name: string; readonly given?: RunValue }
	| {
			readonly kind: "procedure";
			readonly parameters: readonly string[];
			readonly body: readonly Statement[];
			readonly environment: Environment;
	  };

/** A function of the model's text with the names that it sees; a recursive one sees itself. */
export interface RunFunction {
	readonly kind: "function";
	readonly parameters: readonly string[];
	readonly body: Expression;
	environment: Environment;
}

/** The value that is empty. */
export const nothing: RunValue = { kind: "nothing" };

/**
 * A text that two values share exactly if they are equal, as members of a set are compared. Functions are equal
 * to nothing but themselves and have none.
 */
export function keyOf(value: RunValue): string {
	switch (value.kind) {
		case "nothing":
			return "{}";
		case "set":
		case "relation":
			return value.extent.size === 0
				? "{}"
				: `${value.kind} ${[...value.extent].sort((a, b) => a - b).join()}`;
		case "event":
		case "pair":
			return `${value.kind} ${value.number}`;
		case "tag":
			return `'${value.tag}`;
		case "elements":
			return `{${[...value.elements.keys()].sort().join(" ; ")}}`;
		case "tuple":
			return `(${value.parts.map(keyOf).join(" , ")})`;
		default:
			return value.kind;
	}
}

/** The set of these values. Events make a set of events, pairs a relation. */
export function setOf(values: Iterable<RunValue>): RunValue {
	const elements = new Map<string, RunValue>();
	for (const value of values) elements.set(keyOf(value), value);
	const [first] = elements.values();
	if (first === undefined) return nothing;
	if (first.kind !== "event" && first.kind !== "pair") return { kind: "elements", elements };
	const extent = new Set<number>();
	for (const value of elements.values()) if ("number" in value) extent.add(value.number);
	return { kind: first.kind === "event" ? "set" : "relation", extent };
}

/** The elements of a set of any kind, in a fixed order; undefined for what is no set. */
export function elementsOf(value: RunValue): readonly RunValue[] | undefined {
	switch (value.kind) {
		case "nothing":
			return [];
		case "set":
		case "relation": {
			const kind = value.kind === "set" ? "event" : "pair";
			return [...value.extent].sort((a, b) => a - b).map((number) => ({ kind, number }));
		}
		case "elements":
			return [...value.elements.values()];
		default:
			return undefined;
	}
}
