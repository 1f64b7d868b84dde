import { unsettled } from "../../source/messages-cat.ts";
import type { Binding, Expression } from "../syntax.ts";
import { ModelFault } from "./model-fault.ts";
import { type Environment, keyOf, nothing, type RunFunction, type RunValue } from "./run-value.ts";

/** Rounds of a recursion after which it is taken not to settle. */
const roundLimit = 1000;

interface Evaluator {
	evaluate(expression: Expression, environment: Environment): RunValue;
}

function functionOf({ parameters, body }: Binding, environment: Environment): RunFunction | undefined {
	if (parameters !== undefined) {
		return { kind: "function", parameters: parameters.map(({ text }) => text), body, environment };
	}
	if (body.kind !== "function") return undefined;
	const names = body.parameters.map(({ text }) => text);
	return { kind: "function", parameters: names, body: body.body, environment };
}

/**
 * The environment after the definitions of one `let`. Sets and relations that are defined by recursion start
 * empty and are evaluated in order, each seeing the newest values of those before it, until none changes.
 *
 * @throws ModelFault if they do not settle
 */
export function define(
	evaluator: Evaluator,
	bindings: readonly Binding[],
	recursive: boolean,
	environment: Environment,
): Environment {
	if (!recursive) {
		return bindings.reduce((after, binding) => {
			const value = functionOf(binding, environment) ?? evaluator.evaluate(binding.body, environment);
			return after.set(binding.name.text, value);
		}, environment);
	}
	const functions: RunFunction[] = [];
	const others: Binding[] = [];
	let inner = environment;
	for (const binding of bindings) {
		const made = functionOf(binding, environment);
		if (made === undefined) others.push(binding);
		else functions.push(made);
		inner = inner.set(binding.name.text, made ?? nothing);
	}
	for (const made of functions) made.environment = inner;
	for (let round = 0; round < roundLimit; round++) {
		let isSettled = true;
		for (const { name, body } of others) {
			const value = evaluator.evaluate(body, inner);
			isSettled &&= keyOf(value) === keyOf(inner.get(name.text) ?? nothing);
			inner = inner.set(name.text, value);
			for (const made of functions) made.environment = inner;
		}
		if (isSettled) return inner;
	}
	const { name } = others[0];
	throw new ModelFault(unsettled(name.text, name.span));
}
