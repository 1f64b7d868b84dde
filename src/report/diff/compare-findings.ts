import type { Amount, Change } from "./difference.ts";
import type { Findings } from "./findings.ts";

/** What differs for certain. */
export interface Compared {
	readonly changes: readonly Change[];
	readonly amounts: readonly Amount[];
}

/**
 * Compares what was found on two sides. That one side lacks something counts only if everything was seen of that side; amounts count only if
 * everything was seen of both.
 */
export function compareFindings(first: Findings, second: Findings): Compared {
	const changes = [...missingFrom(second, first, "first"), ...missingFrom(first, second, "second")];
	const isComplete = first.limits.length === 0 && second.limits.length === 0;
	const amounts = isComplete
		? Object.keys(first.amounts)
				.map((name): Amount => ({ name, first: first.amounts[name], second: second.amounts[name] }))
				.filter((amount) => amount.first !== amount.second)
		: [];
	return { changes, amounts };
}

/** What `owner` has and `other` has not. */
function missingFrom(other: Findings, owner: Findings, side: Change["side"]): Change[] {
	const has = (sort: Change["sort"], names: readonly string[], present: readonly string[]): Change[] =>
		names.filter((name) => !present.includes(name)).map((name) => ({ sort, name, side }));
	const possible = ({ properties }: Findings): string[] =>
		properties.flatMap(({ name, result }) => (result === "possible" ? [name] : []));
	// A search that ended when every property was decided has decided them.
	const properties = has("property", possible(owner), possible(other)).filter(({ name }) =>
		other.properties.every((property) => property.name !== name || property.result === "never"),
	);
	if (other.limits.length > 0) return properties;
	const states = has("state", owner.states, other.states).filter(({ name }) => name !== "");
	const deadlock = owner.deadlock && !other.deadlock && owner.limits.length === 0;
	return [
		...(deadlock ? [{ sort: "deadlock", name: "", side } as const] : []),
		...properties,
		...has("flag", owner.flags, other.flags),
		...states,
	];
}
