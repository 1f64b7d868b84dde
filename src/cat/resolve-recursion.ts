import { nestedRecursion, recursiveFunction } from "../source/messages-cat.ts";
import { type CatValue, noValue, type Scope } from "./cat-value.ts";
import type { ModelNode, RecursiveGroup } from "./model.ts";
import type { Sort } from "./node-table.ts";
import { operandsOf } from "./operands-of.ts";
import type { Resolution } from "./resolution.ts";
import type { Binding } from "./syntax.ts";

/** Everything that `nodes` are made of, without entering the bodies of other groups. */
function reachable(nodes: readonly ModelNode[]): Set<ModelNode> {
	const seen = new Set(nodes);
	for (const node of seen) for (const operand of operandsOf(node)) seen.add(operand);
	return seen;
}

/** What one round of resolving a group's bodies found. */
interface Round {
	readonly group: { names: string[]; bodies: ModelNode[] };
	/** The node that stands for each member, absent for one that no body needs. */
	readonly members: readonly (ModelNode | undefined)[];
	/** What each body means. */
	readonly values: readonly CatValue[];
}

/**
 * Resolves the bodies in order. A body sees the earlier members' bodies themselves and stands-ins for
 * itself and the later ones, so that an iteration passes on what it has just computed: matching that
 * takes several helper definitions then never mixes values of different iterations.
 */
function resolveBodies(
	resolution: Resolution,
	bindings: readonly Binding[],
	scope: Scope,
	sorts: readonly Sort[],
	needed: readonly boolean[],
): Round {
	const group: Round["group"] = { names: [], bodies: [] };
	let inner = scope;
	const members = bindings.map((binding, index) => {
		if (!needed[index]) {
			// What mentions it does not hang on it: `r \ r`.
			const node = resolution.table.empty(sorts[index]);
			inner = inner.set(binding.name.text, { kind: "node", node });
			return undefined;
		}
		const member = group.names.push(binding.name.text) - 1;
		const shared: RecursiveGroup = group;
		const node = resolution.table.recursive(sorts[index], shared, member);
		inner = inner.set(binding.name.text, { kind: "node", node });
		return node;
	});
	const values = bindings.map((binding, index) => {
		const value = resolution.resolve(binding.body, inner);
		inner = inner.set(binding.name.text, value);
		if (value.kind === "node") resolution.table.name(value.node);
		const by = `the recursive definition of \`${binding.name.text}\``;
		if (members[index] !== undefined) {
			const body = resolution.needSort(value, sorts[index], by, binding.body.span);
			group.bodies.push(body ?? resolution.table.empty(sorts[index]));
		} else resolution.needNode(value, sorts[index], by, binding.body.span);
		return value;
	});
	return { group, members, values };
}

/** A group has a body a name once its own resolving is over. */
function isFinished(group: RecursiveGroup): boolean {
	return group.bodies.length === group.names.length;
}

/** The sort that a value shows, if it shows one. */
function sortOf(value: CatValue): Sort | undefined {
	if (value.kind === "node") return value.node.sort;
	return value.kind === "unknown" ? value.sort : undefined;
}

/** Whether a binding without parameters is a function all the same. */
function isFunction({ body }: Binding): boolean {
	return body.kind === "function";
}

/** Functions that see each other, and themselves. */
function recursiveFunctions(bindings: readonly Binding[], scope: Scope): CatValue[] {
	let inner = scope;
	const functions = bindings.map(({ name, parameters, body }) => {
		const value =
			parameters === undefined && body.kind === "function"
				? { kind: "function" as const, parameters: body.parameters, body: body.body, scope }
				: { kind: "function" as const, parameters: parameters ?? [], body, scope };
		const made = { ...value, parameters: value.parameters.map(({ text }) => text) };
		inner = inner.set(name.text, made);
		return made;
	});
	for (const made of functions) made.scope = inner;
	return functions;
}

/**
 * The values of the members of one `let rec`: what their bodies come to, evaluated in order from
 * empty again and again until nothing changes. For monotone bodies that is their least solution.
 * Members that are helpers only, needed by no body before they are computed, are left out of the group.
 */
export function resolveRecursion(
	resolution: Resolution,
	bindings: readonly Binding[],
	scope: Scope,
): CatValue[] {
	const functions = bindings.filter((binding) => binding.parameters !== undefined || isFunction(binding));
	if (functions.length === bindings.length) return recursiveFunctions(bindings, scope);
	for (const { name } of functions) resolution.report(recursiveFunction(name.text, name.span));
	if (functions.length > 0) return bindings.map(() => noValue);

	// Sorts are found by trying: a wrong guess is corrected by what the bodies turn out to be.
	let sorts: Sort[] = bindings.map(() => "relation");
	const all = bindings.map(() => true);
	for (let round = 0; round <= bindings.length; round++) {
		const guess = sorts;
		const { values } = resolution.attempt(() =>
			resolveBodies(resolution, bindings, scope, guess, all),
		).result;
		sorts = values.map((value, index) => sortOf(value) ?? guess[index]);
		if (sorts.every((sort, index) => sort === guess[index])) break;
	}

	const trial = resolution.attempt(() => resolveBodies(resolution, bindings, scope, sorts, all)).result;
	const used = reachable(trial.group.bodies);
	const failed = trial.values.some((value) => value.kind === "unknown");
	const needed = trial.members.map((member) => failed || (member !== undefined && used.has(member)));
	const { group, members, values } = resolveBodies(resolution, bindings, scope, sorts, needed);

	const own = new Set(members);
	for (const node of reachable(group.bodies)) {
		if (node.op !== "recursive" || own.has(node) || isFinished(node.group)) continue;
		const { name } = bindings[0];
		resolution.report(nestedRecursion(name.text, name.span));
		return bindings.map(() => noValue);
	}
	// What depends on a value that only interpretation finds out waits for it as well.
	if (values.some((value) => value.kind === "unknown")) return bindings.map(() => noValue);
	return values.map((value, index) => {
		const node = members[index];
		if (value.kind === "unknown" || node === undefined) return value;
		return { kind: "node", node };
	});
}
