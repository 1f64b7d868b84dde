import { notAFunction, wrongArgumentCount } from "../source/messages-cat.ts";
import type { Span } from "../source/span.ts";
import { BUILTIN_FUNCTIONS } from "./builtin-functions.ts";
import { type CatValue, noValue } from "./cat-value.ts";
import type { Resolution } from "./resolution.ts";

type Callee = Extract<CatValue, { kind: "function" }>;

/** Applies functions to values. */
export class Application {
	private readonly resolution: Resolution;
	private readonly applied = new Map<Callee, Map<string, CatValue>>();

	constructor(resolution: Resolution) {
		this.resolution = resolution;
	}

	/** `callee(values)`: one parameter takes several values as a tuple, several take a tuple apart. */
	apply(callee: CatValue, values: readonly CatValue[], span: Span, valueSpan = span): CatValue {
		const resolution = this.resolution;
		switch (callee.kind) {
			case "unknown":
				return noValue;
			case "builtin": {
				const builtin = BUILTIN_FUNCTIONS.get(callee.name);
				if (builtin === undefined) return noValue;
				const isGiven = callee.given !== undefined || !builtin.curried;
				const arity = isGiven ? builtin.arity : 1;
				const fitting = fitArguments(values, arity);
				if (fitting === undefined || (arity === 1 && values.length !== 1))
					return resolution.report(wrongArgumentCount(arity, values.length, span));
				if (!isGiven) return { ...callee, given: fitting[0] };
				return builtin.apply(resolution, fitting, valueSpan, callee.given ?? noValue);
			}
			case "function": {
				const { length } = callee.parameters;
				const fitting = fitArguments(values, length);
				const mismatch = (): CatValue => resolution.report(wrongArgumentCount(length, values.length, span));
				if (fitting === undefined) return mismatch();
				if (fitting.length === values.length) return this.callOnce(callee, fitting);
				// Whether a tuple was meant shows when the function does something with it.
				const { result, failed } = resolution.attempt(() => this.callOnce(callee, fitting));
				return failed ? mismatch() : result;
			}
			default:
				return resolution.report(notAFunction(nounOf(callee), span));
		}
	}

	/** Applies a function; on sets and relations that it was applied to before, takes that result. */
	private callOnce(callee: Callee, values: readonly CatValue[]): CatValue {
		const resolution = this.resolution;
		const call = (): CatValue => {
			let inner = callee.scope;
			for (const [index, name] of callee.parameters.entries()) inner = inner.set(name, values[index]);
			return resolution.resolve(callee.body, inner);
		};
		if (values.some((value) => value.kind !== "node" && value.kind !== "empty")) return call();
		const key = values.map((value) => ("node" in value ? value.node.id : "0")).join(" ");
		let results = this.applied.get(callee);
		if (results === undefined) {
			results = new Map();
			this.applied.set(callee, results);
		}
		const known = results.get(key);
		if (known !== undefined) return known;
		const before = resolution.errorCount;
		const result = call();
		// An attempt may forget what was reported, so a result with errors is made anew.
		if (resolution.errorCount === before) results.set(key, result);
		return result;
	}
}

/** The values for so many parameters, or undefined if they do not fit. */
function fitArguments(values: readonly CatValue[], count: number): readonly CatValue[] | undefined {
	if (values.length === count) return values;
	if (count === 1) return [{ kind: "tuple", parts: values }];
	const [only] = values;
	if (values.length !== 1) return undefined;
	if (only.kind === "tuple" && only.parts.length === count) return only.parts;
	return only.kind === "unknown" ? Array.from({ length: count }, () => noValue) : undefined;
}

function nounOf(value: CatValue): "set" | "relation" | "tag" | "tuple" | "procedure" {
	switch (value.kind) {
		case "tag":
		case "tuple":
		case "procedure":
			return value.kind;
		case "pair":
		case "node":
			return value.kind === "node" ? value.node.sort : "relation";
		default:
			return "set";
	}
}
