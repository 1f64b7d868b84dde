import type { Execution } from "../execution/execution.ts";
import { type End, endOf } from "./end-of.ts";
import type { Ending } from "./ending.ts";
import { FinalState } from "./final-state.ts";
import { finalValues } from "./final-values.ts";
import { NotedGraph } from "./noted-graph.ts";
import type { SearchParts } from "./search-parts.ts";
import { showLeaf } from "./show-leaf.ts";
import { supplyOf } from "./supply-of.ts";
import { witnessOf } from "./witness.ts";

const NO_FLAGS: ReadonlySet<string> = new Set();

/** An execution that counts. */
export interface CountedLeaf {
	readonly ending: Ending;
	/** Those that are the ending's own, since the filter may leave an ending that differs by twins' names alone. */
	readonly flags: ReadonlySet<string>;
	/** How many ways of what the model leaves open it allows; absent if that is no question. */
	readonly allowed: number | undefined;
}

/** Judges the graphs that a search closes: what they end in, whether they count, and what of the test's questions they answer. */
export class LeafJudge {
	readonly #parts: SearchParts;
	/** Whether what is looked for has been found as often as is wanted. */
	hasEnough = false;

	constructor(parts: SearchParts) {
		this.#parts = parts;
	}

	/**
	 * Judges the graph as it is: consistent, with everything decided. All that is asked of executions is noted, but for their number.
	 * @param path tells the decisions that led here
	 * @param isReplay whether it is shown even if the filter leaves it
	 * @returns undefined if it is no execution that counts
	 */
	judge(path: () => string, isReplay: boolean): CountedLeaf | undefined {
		const { graph, tally, interpret } = this.#parts;
		const end = endOf(graph);
		if (end.kind === "waits") {
			tally.deadEnds++;
			return undefined;
		}
		if (end.kind === "cut") {
			tally.limits.add(end.limit);
			return undefined;
		}
		const copy = (state: string): Execution => witnessOf(graph, state, path());
		const opinion = interpret?.(supplyOf(witnessOf(graph, "", "")));
		if (end.kind === "complete") return this.#complete(copy, opinion, isReplay);
		if (end.ways.includes("undefined")) tally.flags.add("undefined-behaviour");
		if (opinion?.allowed !== 0) this.#broken(end.ways, copy);
		return undefined;
	}

	#broken(ways: BrokenWays, copy: (state: string) => Execution): void {
		const { graph, layout, tally, properties } = this.#parts;
		const broken = (): Execution => copy(tally.stateOf(layout.of(finalValues(graph))));
		properties.meetBroken(graph, ways, broken);
		showLeaf(this.#parts, {
			copy: broken,
			isComplete: false,
			happens: (index) => properties.happensInBroken(index, graph, ways),
			flags: [],
		});
	}

	#complete(
		copy: (state: string) => Execution,
		opinion: Opinion | undefined,
		isReplay: boolean,
	): CountedLeaf | undefined {
		const { graph, tally, consistency, layout, properties, program, quest, visit } = this.#parts;
		const noted = new NotedGraph(graph);
		if (opinion?.allowed === 0 || program.dismisses?.(noted)) {
			tally.deadEnds++;
			return undefined;
		}
		const final = finalValues(graph);
		if (quest !== undefined && !new FinalState(program, final).satisfies(quest.proposition)) {
			tally.deadEnds++;
			return undefined;
		}
		const ending = layout.of(final);
		tally.meet(ending, copy);
		if (!layout.filterTellsTwinsApart && !tally.passes(ending)) return undefined;
		const complete = (): Execution => copy(tally.stateOf(ending));
		if (visit !== undefined && (isReplay || tally.passes(ending))) {
			const flags = [...consistency.raisedFlags(NO_FLAGS), ...(opinion?.flags ?? [])];
			showLeaf(this.#parts, {
				copy: complete,
				isComplete: true,
				happens: (index) => properties.happensIn(index, { graph, noted, final, flags }),
				flags,
			});
		}
		if (quest !== undefined && tally.passes(ending)) this.hasEnough ||= quest.meet(complete);
		const raised = [...consistency.raisedFlags(tally.flags), ...(opinion?.flags ?? [])];
		if (!layout.filterTellsTwinsApart) for (const flag of raised) tally.flags.add(flag);
		properties.meet({ graph, noted, final, flags: raised }, complete);
		const flags = layout.filterTellsTwinsApart ? new Set(raised) : NO_FLAGS;
		return { ending, flags, allowed: opinion?.allowed };
	}
}

type BrokenWays = Extract<End, { kind: "broken" }>["ways"];
type Opinion = ReturnType<NonNullable<SearchParts["interpret"]>>;
