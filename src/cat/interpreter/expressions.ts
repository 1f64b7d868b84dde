import {
	callsTooDeep,
	interpretationTooLong,
	noMatch,
	undefinedName,
	wrongArgumentCount,
	wrongKindAtRun,
	wrongTuple,
} from "../../source/messages-cat.ts";
import { nearestNames } from "../../source/nearest-names.ts";
import type { Span } from "../../source/span.ts";
import type { Condition, Expression, Pattern } from "../syntax.ts";
import { applyBuiltin, areEqual, type BuiltinContext } from "./builtins.ts";
import { define } from "./definitions.ts";
import { everything } from "./extents.ts";
import { ModelFault } from "./model-fault.ts";
import { applyInfix, applyUnary } from "./operators.ts";
import { type Environment, elementsOf, keyOf, nothing, type RunValue, setOf } from "./run-value.ts";

/** Bound on expressions evaluated inside each other, in calls too: it keeps the stack from overflowing. */
const depthLimit = 1500;
/** Bound on expressions evaluated on one execution: seconds, not years, where a model multiplies its work. */
const stepLimit = 2_000_000;

/** Evaluates expressions on one execution. */
export class Expressions implements BuiltinContext {
	readonly size: number;
	readonly tagged: BuiltinContext["tagged"];
	readonly #variants: ReadonlySet<string>;
	#depth = 0;
	#steps = 0;

	/** @param tagged the events of the set of a tag, by the set's name */
	constructor(size: number, tagged: BuiltinContext["tagged"], variants: ReadonlySet<string>) {
		this.size = size;
		this.tagged = tagged;
		this.#variants = variants;
	}

	/** @throws ModelFault if the expression is in error */
	evaluate(expression: Expression, environment: Environment): RunValue {
		if (this.#depth >= depthLimit) throw new ModelFault(callsTooDeep(depthLimit, expression.span));
		this.spend(1, expression.span);
		this.#depth++;
		try {
			return this.#dispatch(expression, environment);
		} finally {
			this.#depth--;
		}
	}

	readonly spend = (steps: number, span: Span): void => {
		this.#steps += steps;
		if (this.#steps > stepLimit) throw new ModelFault(interpretationTooLong(stepLimit, span));
	};

	#dispatch(expression: Expression, environment: Environment): RunValue {
		const { span } = expression;
		const value = (part: Expression): RunValue => this.evaluate(part, environment);
		switch (expression.kind) {
			case "name": {
				const found = environment.get(expression.name);
				if (found !== undefined) return found;
				const near = nearestNames(expression.name, environment.keys());
				throw new ModelFault(undefinedName(expression.name, near, span));
			}
			case "tag":
				return { kind: "tag", tag: expression.tag };
			case "universe":
				return { kind: "set", extent: everything(this.size) };
			case "empty":
				return nothing;
			case "elements":
				return setOf(expression.elements.map(value));
			case "tuple":
				return { kind: "tuple", parts: expression.parts.map(value) };
			case "add": {
				const element = value(expression.element);
				const rest = elementsOf(value(expression.rest));
				if (rest === undefined) throw new ModelFault(wrongKindAtRun("set", expression.rest.span));
				return setOf([element, ...rest]);
			}
			case "unary":
				return applyUnary(expression.operator, value(expression.operand), this.size, expression.operand.span);
			case "infix":
				return expression.operands
					.map(value)
					.reduce((left, right) => applyInfix(expression.operator, left, right, this.size, span));
			case "apply":
				return this.call(value(expression.callee), expression.arguments.map(value), span);
			case "function": {
				const parameters = expression.parameters.map(({ text }) => text);
				return { kind: "function", parameters, body: expression.body, environment };
			}
			case "local": {
				const { bindings, recursive, body } = expression;
				return this.evaluate(body, define(this, bindings, recursive, environment));
			}
			case "bind":
				return this.evaluate(
					expression.body,
					this.bind(expression.pattern, value(expression.value), environment),
				);
			case "match":
				return this.#match(expression, environment);
			case "try":
				try {
					return value(expression.first);
				} catch (fault) {
					if (!(fault instanceof ModelFault)) throw fault;
					return value(expression.second);
				}
			case "if":
				return value(
					this.holds(expression.condition, environment) ? expression.whenTrue : expression.whenFalse,
				);
		}
	}

	call(callee: RunValue, values: readonly RunValue[], span: Span): RunValue {
		if (callee.kind === "builtin") return applyBuiltin(this, callee, values, span);
		if (callee.kind !== "function") throw new ModelFault(wrongKindAtRun("function", span));
		const { parameters, body } = callee;
		let parts = values;
		const [only] = values;
		if (parameters.length === 1 && values.length !== 1) parts = [{ kind: "tuple", parts: values }];
		else if (parameters.length > 1 && values.length === 1 && only.kind === "tuple") parts = only.parts;
		if (parts.length !== parameters.length)
			throw new ModelFault(wrongArgumentCount(parameters.length, values.length, span));
		const inner = parameters.reduce(
			(environment, name, index) => environment.set(name, parts[index]),
			callee.environment,
		);
		return this.evaluate(body, inner);
	}

	/** The environment in which a pattern's names have a value's parts. */
	bind(pattern: Pattern, value: RunValue, environment: Environment): Environment {
		if (pattern.length === 1) return environment.set(pattern[0].text, value);
		if (value.kind !== "tuple" || value.parts.length !== pattern.length)
			throw new ModelFault(wrongTuple(pattern.length, pattern[0].span));
		return pattern.reduce((inner, { text }, index) => inner.set(text, value.parts[index]), environment);
	}

	/** Whether a condition holds. */
	holds(condition: Condition, environment: Environment): boolean {
		switch (condition.kind) {
			case "variant":
				return this.#variants.has(condition.name);
			case "not":
				return !this.holds(condition.operand, environment);
			case "all":
				return condition.operands.every((operand) => this.holds(operand, environment));
			case "any":
				return condition.operands.some((operand) => this.holds(operand, environment));
			default: {
				const left = this.evaluate(condition.left, environment);
				const right = this.evaluate(condition.right, environment);
				if (condition.kind === "equal") return areEqual(left, right);
				const inner = elementsOf(left);
				const outer = elementsOf(right);
				if (inner === undefined || outer === undefined)
					throw new ModelFault(wrongKindAtRun("set", condition.left.span));
				const keys = new Set(outer.map(keyOf));
				return inner.every((element) => keys.has(keyOf(element)));
			}
		}
	}

	#match(expression: Expression & { kind: "match" }, environment: Environment): RunValue {
		const { clauses, span } = expression;
		const subject = this.evaluate(expression.subject, environment);
		if (subject.kind === "tag") {
			const clause =
				clauses.find((one) => one.kind === "tag" && one.tag === subject.tag) ??
				clauses.find(({ kind }) => kind === "other");
			if (clause === undefined) throw new ModelFault(noMatch(`'${subject.tag}`, span));
			return this.evaluate(clause.body, environment);
		}
		const elements = elementsOf(subject);
		if (elements === undefined) throw new ModelFault(wrongKindAtRun("set", expression.subject.span));
		const [first, ...others] = elements;
		for (const clause of clauses) {
			if (clause.kind === "empty" && elements.length === 0) return this.evaluate(clause.body, environment);
			if (clause.kind !== "some" || elements.length === 0) continue;
			const inner = environment.set(clause.element.text, first).set(clause.rest.text, setOf(others));
			return this.evaluate(clause.body, inner);
		}
		throw new ModelFault(noMatch(elements.length === 0 ? "{}" : "a set that is not empty", span));
	}
}
