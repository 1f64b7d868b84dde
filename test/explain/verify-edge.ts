import type { Model } from "../../src/cat/model.ts";
import type { EventBaseEdge, EventCycle, EventEdge } from "../../src/explain/event-cycle.ts";
import type { NaiveEvaluator } from "../cat/naive-evaluator.ts";

/** Finds faults in explanations: what they claim is looked up in what the definitions say, one edge at a time. */
export class EdgeVerifier {
	readonly #model: Model;
	readonly #naive: NaiveEvaluator;
	readonly #pairs = new Map<string, ReadonlySet<string> | undefined>();

	constructor(model: Model, naive: NaiveEvaluator) {
		this.#model = model;
		this.#naive = naive;
	}

	/** What is wrong with a cycle; nothing if it is right. */
	faultsOf({ axiom, test, edges }: EventCycle): string[] {
		const faults = edges.flatMap((edge) => this.#faultsOfEdge(edge));
		edges.forEach((edge, i) => {
			const next = edges[(i + 1) % edges.length];
			const isCycle = test !== "empty" || edges.length > 1;
			if (isCycle && edge.to !== next.from) faults.push(`${axiom}: ${edge.to} is not ${next.from}`);
		});
		if (edges.length === 0) faults.push(`${axiom}: nothing is shown`);
		return faults;
	}

	#faultsOfEdge(edge: EventEdge): string[] {
		const { from, to, names, parts, via, isInverse } = edge;
		const what = `${from}-${to} ${names.join("/")}`;
		const faults: string[] = [];
		for (const name of names) {
			const [one, other] = isInverse === true ? [to, from] : [from, to];
			// What spans several edges names the definition of the whole beside that of the part.
			const pairs = this.#pairsOf(name);
			if (pairs === undefined) faults.push(`${what}: there is no ${name}`);
			else if (name === names.at(-1) && !pairs.has(`${one} ${other}`)) faults.push(`${what}: not in ${name}`);
		}
		faults.push(...this.#faultsOfPath(what, from, to, parts));
		for (const part of parts) if (!this.#isBase(part)) faults.push(`${what}: no ${part.relation}`);
		if (via !== undefined) {
			faults.push(...this.#faultsOfPath(`${what} via`, from, to, via));
			faults.push(...via.flatMap((inner) => this.#faultsOfEdge(inner)));
		}
		return faults;
	}

	#faultsOfPath(
		what: string,
		from: number,
		to: number,
		path: readonly { readonly from: number; readonly to: number }[],
	): string[] {
		let at = from;
		for (const step of path) {
			if (step.from !== at) return [`${what}: ${step.from} does not follow ${at}`];
			at = step.to;
		}
		return at === to ? [] : [`${what}: ends at ${at}`];
	}

	#isBase({ from, to, relation, isInverse }: EventBaseEdge): boolean {
		const set = /^\[([\w-]+)\]$/.exec(relation);
		// A set without a name is not looked up.
		if (relation.startsWith("["))
			return from === to && (set === null || this.#pairsOf(set[1])?.has(`${from} ${from}`) === true);
		const [one, other] = isInverse === true ? [to, from] : [from, to];
		return this.#pairsOf(relation)?.has(`${one} ${other}`) === true;
	}

	#pairsOf(name: string): ReadonlySet<string> | undefined {
		if (!this.#pairs.has(name)) {
			const base = ["po", "rf", "co", "rmw", "loc", "int", "ext", "addr", "data", "ctrl"].includes(name);
			const node = this.#model.definitions.get(name);
			const pairs = new Set<string>();
			for (const sort of ["relation", "set"] as const)
				if (base === (sort === "relation") || !base)
					for (const [from, to] of this.#naive.pairs({ id: -1, sort, op: "base", name }))
						pairs.add(`${from} ${to}`);
			for (const [from, to] of node === undefined ? [] : this.#naive.pairs(node)) pairs.add(`${from} ${to}`);
			this.#pairs.set(name, node === undefined && pairs.size === 0 ? undefined : pairs);
		}
		return this.#pairs.get(name);
	}
}
