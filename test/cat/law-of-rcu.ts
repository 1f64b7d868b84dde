import type { Model } from "../../src/cat/model.ts";
import type { HandBuilt } from "./hand-built.ts";
import { NaiveEvaluator } from "./naive-evaluator.ts";

type Pair = readonly [number, number];

/**
 * Whether an execution meets the fundamental law of RCU in its own words: for each grace period and each
 * section that it waits for, one can choose that the section ends before the grace period does or that it
 * begins after it, and no event comes before itself. Undefined if the model's order without grace periods is
 * circular already.
 *
 * @param model defines `global`, `rcu-rscs` and `srcu-rscs`
 */
export function meetsLawOfRcu(model: Model, execution: HandBuilt): boolean | undefined {
	const evaluator = new NaiveEvaluator(execution);
	const pairs = (name: string): readonly Pair[] => {
		const node = model.definitions.get(name);
		if (node === undefined) throw new Error(`the model does not define ${name}`);
		return evaluator.pairs(node);
	};
	const inOrder = setOf(execution.relations.get("po") ?? []);
	const onOne = setOf(execution.relations.get("loc") ?? []);
	const events = [...Array(execution.size).keys()];
	const ofRcu = execution.sets.get("Sync-rcu") ?? [];
	const ofSrcu = execution.sets.get("Sync-srcu") ?? [];
	const periods = [...ofRcu, ...ofSrcu];

	// A grace period takes time: its event stands for its beginning, and one more for its end.
	const size = execution.size + periods.length;
	const end = (event: number): number => {
		const index = periods.indexOf(event);
		return index < 0 ? event : execution.size + index;
	};
	const before = (event: number): number[] => events.filter((e) => inOrder.has(`${e} ${event}`)).map(end);
	const after = (event: number): number[] => events.filter((e) => inOrder.has(`${event} ${e}`));

	const global = [...pairs("global")];
	if (!isAcyclic(execution.size, global)) return undefined;
	const barriers = periods.flatMap((period) => [
		...product(before(period), [period]),
		...product([period], [end(period)]),
		...product([end(period)], after(period)),
	]);

	/** For each section and grace period the two sets of orders to choose from. */
	const choices: [Pair[], Pair[]][] = [];
	const choose = (period: number, [lock, unlock]: Pair): void => {
		const throughEnd = product([...before(unlock), unlock], [end(period)]);
		const fromStart = product([period], [lock, ...after(lock)]);
		choices.push([throughEnd, fromStart]);
	};
	for (const period of ofRcu) for (const section of pairs("rcu-rscs")) choose(period, section);
	for (const period of ofSrcu)
		for (const section of pairs("srcu-rscs")) {
			if (onOne.has(`${period} ${section[0]}`)) choose(period, section);
		}

	const canChoose = (next: number, order: readonly Pair[]): boolean => {
		if (!isAcyclic(size, order)) return false;
		return next === choices.length || choices[next].some((more) => canChoose(next + 1, [...order, ...more]));
	};
	return canChoose(0, [...global, ...barriers]);
}

function product(from: readonly number[], to: readonly number[]): Pair[] {
	return from.flatMap((a) => to.map((b): Pair => [a, b]));
}

function setOf(pairs: readonly Pair[]): ReadonlySet<string> {
	return new Set(pairs.map(([from, to]) => `${from} ${to}`));
}

function isAcyclic(size: number, order: readonly Pair[]): boolean {
	let left = new Set(Array(size).keys());
	for (;;) {
		const blocked = new Set(order.filter(([from]) => left.has(from)).map(([, to]) => to));
		const kept = new Set([...left].filter((event) => blocked.has(event)));
		if (kept.size === 0) return true;
		if (kept.size === left.size) return false;
		left = kept;
	}
}
