import { Map as ImmutableMap } from "immutable";
import { setOfTag } from "../../execution/set-of-tag.ts";
import { includeMissing, wrongArgumentCount, wrongKindAtRun } from "../../source/messages-cat.ts";
import { checkName } from "../check-name.ts";
import type { Check, Name, Statement } from "../syntax.ts";
import { define } from "./definitions.ts";
import { Expressions } from "./expressions.ts";
import { close, isReflexiveSomewhere } from "./extents.ts";
import { ModelFault } from "./model-fault.ts";
import type { ModelSource } from "./model-source.ts";
import { extentOf } from "./operators.ts";
import type { Opinion } from "./opinion.ts";
import { type Environment, elementsOf, type RunValue, setOf } from "./run-value.ts";
import type { Supply } from "./supply.ts";

/** One way of making the model's choices, as far as the statements have been run. */
interface Branch {
	readonly environment: Environment;
	readonly flags: readonly string[];
}

const LOCK_READS = ["LF", "RL", "RU"];

/**
 * Runs a model's statements on one complete execution, as they are written. Slow beside a resolved model: for
 * what only shows on an execution, such as sets of sets.
 *
 * @throws ModelFault if the model is in error there
 */
export function interpret(source: ModelSource, supply: Supply): Opinion {
	return new Interpreter(source, supply).run();
}

class Interpreter {
	readonly #source: ModelSource;
	readonly #supply: Supply;
	readonly #expressions: Expressions;
	readonly #included = new Set<string>();

	constructor(source: ModelSource, supply: Supply) {
		this.#source = source;
		this.#supply = supply;
		const tagged = (name: string): RunValue => ({ kind: "set", extent: supply.set(name) });
		this.#expressions = new Expressions(supply.size, tagged, source.variants);
	}

	run(): Opinion {
		const { builtins, relations, sets, texts } = this.#source;
		const names: [string, RunValue][] = builtins.map((name) => [name, { kind: "builtin", name }]);
		for (const name of relations) {
			names.push([name, { kind: "relation", extent: this.#supply.relation(name) }]);
		}
		for (const name of sets) names.push([name, { kind: "set", extent: this.#supply.set(name) }]);
		const start: Branch = { environment: ImmutableMap(names), flags: [] };
		const ends = this.#runAll(
			texts.flatMap(({ statements }) => statements),
			[start],
			undefined,
		);
		return { allowed: ends.length, flags: new Set(ends.flatMap(({ flags }) => flags)) };
	}

	/** @param as the name that a call gives to all checks in a procedure */
	#runAll(
		statements: readonly Statement[],
		branches: readonly Branch[],
		as: Name | undefined,
	): readonly Branch[] {
		let open = branches;
		for (const statement of statements) {
			if (open.length === 0) break;
			if (statement.kind === "include") open = this.#include(statement, open, as);
			else open = open.flatMap((branch) => this.#run(statement, branch, as));
		}
		return open;
	}

	#include(
		{ name, span }: Extract<Statement, { kind: "include" }>,
		branches: readonly Branch[],
		as: Name | undefined,
	): readonly Branch[] {
		const found = this.#source.include(name);
		if (found === undefined) throw new ModelFault(includeMissing(name, span));
		if (this.#included.has(found.path)) return branches;
		this.#included.add(found.path);
		return this.#runAll(found.text.statements, branches, as);
	}

	#run(
		statement: Exclude<Statement, { kind: "include" }>,
		branch: Branch,
		as: Name | undefined,
	): readonly Branch[] {
		const { environment } = branch;
		const expressions = this.#expressions;
		const go = (inner: Environment): readonly Branch[] => [{ ...branch, environment: inner }];
		switch (statement.kind) {
			case "definition": {
				const after = go(define(expressions, statement.bindings, statement.recursive, environment));
				return statement.when === undefined ? after : this.#runAll([statement.when], after, as);
			}
			case "pattern":
				return go(
					expressions.bind(
						statement.pattern,
						expressions.evaluate(statement.value, environment),
						environment,
					),
				);
			case "check":
				return this.#check(statement, branch, as);
			case "enum": {
				const tags = statement.tags.map(({ text }): RunValue => ({ kind: "tag", tag: text }));
				return go(
					environment.withMutations((after) => {
						after.set(statement.name.text, setOf(tags));
						for (const { text } of statement.tags) {
							const name = setOfTag(text);
							after.set(name, { kind: "set", extent: this.#supply.set(name) });
						}
					}),
				);
			}
			case "choice": {
				const from = expressions.evaluate(statement.from, environment);
				const elements = elementsOf(from);
				if (elements === undefined) throw new ModelFault(wrongKindAtRun("set", statement.from.span));
				return this.#withoutRepeated(elements).flatMap((element) =>
					go(expressions.bind(statement.pattern, element, environment)),
				);
			}
			case "procedure": {
				const { name, body } = statement;
				const parameters = statement.parameters.map(({ text }) => text);
				return go(environment.set(name.text, { kind: "procedure", parameters, body, environment }));
			}
			case "call":
				return this.#call(statement, branch, as);
			case "forall": {
				const elements = elementsOf(expressions.evaluate(statement.in, environment));
				if (elements === undefined) throw new ModelFault(wrongKindAtRun("set", statement.in.span));
				let open: readonly Branch[] = [branch];
				for (const element of elements) {
					open = open.map((one) => ({
						...one,
						environment: one.environment.set(statement.variable.text, element),
					}));
					open = this.#runAll(statement.body, open, as);
				}
				return open.map((one) => ({ ...one, environment }));
			}
			case "if": {
				const holds = expressions.holds(statement.condition, environment);
				return this.#runAll(holds ? statement.whenTrue : statement.whenFalse, [branch], as);
			}
			default:
				return [branch];
		}
	}

	#check(check: Check, branch: Branch, as: Name | undefined): readonly Branch[] {
		const { test, manner, negated, expression } = check;
		const { size } = this.#supply;
		const value = this.#expressions.evaluate(expression, branch.environment);
		const passes = (): boolean => {
			if (test === "empty") return elementsOf(value)?.length === 0;
			const relation = extentOf(value, "relation", expression.span);
			return !isReflexiveSomewhere(test === "acyclic" ? close(relation, size) : relation, size);
		};
		const holds = passes() !== negated;
		if (manner === "forbid") return holds ? [branch] : [];
		const isRaised = manner === "flag" ? holds : !holds;
		return isRaised ? [{ ...branch, flags: [...branch.flags, checkName(check, as)] }] : [branch];
	}

	#call(
		statement: Extract<Statement, { kind: "call" }>,
		branch: Branch,
		as: Name | undefined,
	): readonly Branch[] {
		const { procedure, span } = statement;
		const { environment } = branch;
		const name = { kind: "name", name: procedure.text, span: procedure.span } as const;
		const callee = this.#expressions.evaluate(name, environment);
		if (callee.kind !== "procedure") throw new ModelFault(wrongKindAtRun("procedure", procedure.span));
		const values = statement.arguments.map((argument) => this.#expressions.evaluate(argument, environment));
		if (values.length !== callee.parameters.length)
			throw new ModelFault(wrongArgumentCount(callee.parameters.length, values.length, span));
		const inner = callee.parameters.reduce(
			(after, text, i) => after.set(text, values[i]),
			callee.environment,
		);
		const ends = this.#runAll(callee.body, [{ ...branch, environment: inner }], statement.name ?? as);
		return ends.map((one) => ({ ...one, environment }));
	}

	/**
	 * Where a model chooses what reads that look at a lock read from, the search has made that choice before: of
	 * the elements, the one that is part of its reads-from.
	 */
	#withoutRepeated(elements: readonly RunValue[]): readonly RunValue[] {
		const { size } = this.#supply;
		const lockReads = new Set(LOCK_READS.flatMap((name) => [...this.#supply.set(name)]));
		const rf = this.#supply.relation("rf");
		const isOnLocks = elements.every(
			(element) =>
				element.kind === "relation" && [...element.extent].every((pair) => lockReads.has(pair % size)),
		);
		if (!isOnLocks) return elements;
		return elements.filter(
			(element) => element.kind === "relation" && [...element.extent].every((pair) => rf.has(pair)),
		);
	}
}
