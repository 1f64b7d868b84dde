import { noMatch } from "../source/messages-cat.ts";
import { type CatValue, noValue, type Scope } from "./cat-value.ts";
import type { Resolution } from "./resolution.ts";
import type { Clause, Condition, Expression } from "./syntax.ts";
import { tagSet, tagsOf } from "./tag-sets.ts";

/**
 * Whether a condition holds; undefined where only an execution tells, or where an error was reported.
 */
export function decide(resolution: Resolution, condition: Condition, scope: Scope): boolean | undefined {
	switch (condition.kind) {
		case "variant":
			return resolution.variants.has(condition.name);
		case "not": {
			const operand = decide(resolution, condition.operand, scope);
			return operand === undefined ? undefined : !operand;
		}
		case "all":
		case "any": {
			const known = condition.operands.map((operand) => decide(resolution, operand, scope));
			const decisive = condition.kind === "any";
			if (known.includes(decisive)) return decisive;
			return known.includes(undefined) ? undefined : !decisive;
		}
		default: {
			const left = resolution.resolve(condition.left, scope);
			const right = resolution.resolve(condition.right, scope);
			return condition.kind === "equal" ? areEqual(left, right) : isSubset(left, right);
		}
	}
}

/** Whether two values are equal whatever the execution; undefined if it depends on that. */
function areEqual(left: CatValue, right: CatValue): boolean | undefined {
	if (left.kind === "tag" && right.kind === "tag") return left.tag === right.tag;
	if (left.kind === "node" && right.kind === "node" && left.node === right.node) return true;
	const forth = isSubset(left, right);
	const back = isSubset(right, left);
	if (forth === undefined || back === undefined) return forth === false || back === false ? false : undefined;
	return forth && back;
}

function isSubset(left: CatValue, right: CatValue): boolean | undefined {
	if (left.kind === "empty") return true;
	const inner = tagsOf(left);
	const outer = tagsOf(right);
	if (inner === undefined || outer === undefined) return undefined;
	return inner.every((tag) => outer.includes(tag));
}

/** What `if` comes to. */
export function resolveIf(
	resolution: Resolution,
	{ condition, whenTrue, whenFalse }: Extract<Expression, { kind: "if" }>,
	scope: Scope,
): CatValue {
	const holds = decide(resolution, condition, scope);
	return holds === undefined ? noValue : resolution.resolve(holds ? whenTrue : whenFalse, scope);
}

/** What `try` comes to: the first expression, or the second if the first is in error. */
export function resolveTry(
	resolution: Resolution,
	{ first, second }: Extract<Expression, { kind: "try" }>,
	scope: Scope,
): CatValue {
	const { result, failed } = resolution.attempt(() => resolution.resolve(first, scope));
	return failed ? resolution.resolve(second, scope) : result;
}

/** What `match` comes to: a set of events or pairs is taken apart in an execution alone. */
export function resolveMatch(
	resolution: Resolution,
	{ subject, clauses, span }: Extract<Expression, { kind: "match" }>,
	scope: Scope,
): CatValue {
	const value = resolution.resolve(subject, scope);
	if (value.kind === "tag") {
		const clause =
			clauses.find((one) => one.kind === "tag" && one.tag === value.tag) ??
			clauses.find((one) => one.kind === "other");
		if (clause === undefined) return resolution.report(noMatch(`'${value.tag}`, span));
		return resolution.resolve(clause.body, scope);
	}
	if (value.kind === "empty") {
		const clause = clauses.find((one) => one.kind === "empty");
		return clause === undefined
			? resolution.report(noMatch("{}", span))
			: resolution.resolve(clause.body, scope);
	}
	if (value.kind !== "elements") return noValue;
	const clause = clauses.find((one): one is Clause & { kind: "some" } => one.kind === "some");
	if (clause === undefined) return resolution.report(noMatch("a set that is not empty", span));
	const [element, ...others] = value.elements;
	const rest = others.length === 0 ? tagSet([]) : { kind: "elements" as const, elements: others };
	const inner = scope.set(clause.element.text, element).set(clause.rest.text, rest);
	return resolution.resolve(clause.body, inner);
}
