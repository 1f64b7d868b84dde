import type { Execution } from "../execution/execution.ts";
import type { NotedExecution } from "../execution/noted-execution.ts";
import type { Program } from "../execution/program.ts";
import type { Property } from "../execution/property.ts";
import type { EndlessWait } from "../execution/stuck.ts";
import type { PropertyFinding } from "../execution/verdict.ts";
import type { EndingLayout } from "./ending.ts";
import { FinalState } from "./final-state.ts";
import type { FinalValues } from "./final-values.ts";
import type { Graph } from "./graph.ts";
import type { PropertyState } from "./sharing/check-state.ts";
import { waitsOf } from "./stuck-of.ts";
import { truthIn } from "./truth-in.ts";

/** An execution that is counted. */
interface Met {
	readonly graph: Graph;
	readonly noted: NotedExecution;
	readonly final: FinalValues;
	/** Its flags, but for those that an execution before it raised. */
	readonly flags: readonly string[];
}

/**
 * Which of a program's properties have been found to happen. One that has is not asked again. Those that tell
 * twins apart are judged where executions are added up: see `EndingLayout`.
 */
export class Properties {
	readonly #program: Program;
	readonly #layout: EndingLayout;
	readonly #properties: readonly Property[];
	readonly #witnesses: (Execution | undefined)[];
	/** Of each that is a hang, what threads wait for in its witness. */
	readonly #waits: (readonly EndlessWait[])[] = [];
	/** How each happens in its witness, where it says so. */
	readonly #details: (string | undefined)[] = [];

	constructor(program: Program, layout: EndingLayout) {
		this.#program = program;
		this.#layout = layout;
		this.#properties = program.properties ?? [];
		this.#witnesses = this.#properties.map(() => undefined);
	}

	/** Whether an execution may show something in which a step has no meaning or a thread waits for itself. */
	get asksForBroken(): boolean {
		return this.#properties.some(
			({ kind }, index) =>
				(kind === "undefined" || kind === "hang" || kind === "assertion") &&
				this.#witnesses[index] === undefined,
		);
	}

	/** Whether there are properties and each has been found to happen. */
	get allHappen(): boolean {
		return this.#properties.length > 0 && !this.#witnesses.includes(undefined);
	}

	/** Whether one has been found to happen. */
	get someHappens(): boolean {
		return this.#witnesses.some((witness) => witness !== undefined);
	}

	/**
	 * Looks at a complete execution.
	 * @param witness makes a lasting copy of it
	 */
	meet(met: Met, witness: () => Execution): void {
		if (this.#properties.length === 0 || this.allHappen) return;
		const failed = failedAssertions(met.graph);
		this.#judge((property, index) => this.#happens(property, index, met, failed), witness);
	}

	/** Whether a complete execution shows a property that none before it has shown. */
	isNews(met: Met): boolean {
		if (this.#properties.length === 0 || this.allHappen) return false;
		const failed = failedAssertions(met.graph);
		return this.#properties.some(
			(property, index) =>
				this.#witnesses[index] === undefined && this.#happens(property, index, met, failed),
		);
	}

	/** Whether a property, by its place, happens in a complete execution, all of whose flags are given; or how, in a sentence. */
	happensIn(index: number, met: Met): boolean | string {
		const property = this.#properties[index];
		if (property.kind === "noted") return property.happens(met.noted);
		return this.#happens(property, index, met, failedAssertions(met.graph));
	}

	/** Whether a property, by its place, happens in an execution that is broken in some ways. */
	happensInBroken(index: number, graph: Graph, ends: readonly ("undefined" | "hang")[]): boolean {
		return failedAssertions(graph).has(index) || ends.some((end) => end === this.#properties[index].kind);
	}

	/** Looks at an execution that ends where C gives a step no meaning, or where a thread waits for itself. */
	meetBroken(graph: Graph, ends: readonly ("undefined" | "hang")[], witness: () => Execution): void {
		if (this.#properties.length === 0 || this.allHappen) return;
		const failed = failedAssertions(graph);
		this.#judge(({ kind }, index) => {
			if (!failed.has(index) && !ends.some((end) => end === kind)) return false;
			if (kind === "hang") this.#waits[index] = waitsOf(graph);
			return true;
		}, witness);
	}

	#judge(happens: (property: Property, index: number) => boolean, witness: () => Execution): void {
		for (const [index, property] of this.#properties.entries())
			if (this.#witnesses[index] === undefined && happens(property, index)) this.found(index, witness);
	}

	#happens(property: Property, index: number, met: Met, failed: ReadonlySet<number>): boolean {
		switch (property.kind) {
			case "assertion":
				return failed.has(index);
			case "final":
				if (this.#layout.namesTwins(property.proposition)) return false;
				return new FinalState(this.#program, met.final).satisfies(property.proposition);
			case "noted":
				return this.#asks(property.happens(met.noted), index);
			case "flag":
				return met.flags.includes(property.flag);
			default:
				return false;
		}
	}

	#asks(answer: boolean | string, index: number): boolean {
		if (typeof answer === "string") this.#details[index] = answer;
		return answer !== false;
	}

	/** Takes down that a property, by its place among the program's, happens. */
	found(index: number, witness: () => Execution): void {
		this.#witnesses[index] ??= witness();
	}

	/** Those that were found to happen, as plain data. */
	save(): PropertyState[] {
		return this.#witnesses.flatMap((witness, index) => {
			if (witness === undefined) return [];
			const detail = this.#details[index];
			const waits = this.#waits[index];
			return {
				index,
				witness,
				...(detail !== undefined && { detail }),
				...(waits !== undefined && { waits }),
			};
		});
	}

	/** Takes over what `save` gave, before anything was found. */
	load(states: readonly PropertyState[]): void {
		for (const { index, witness, detail, waits } of states) {
			this.#witnesses[index] = witness;
			if (detail !== undefined) this.#details[index] = detail;
			if (waits !== undefined) this.#waits[index] = waits;
		}
	}

	/** What is known of each property, in the program's order. */
	findings(): PropertyFinding[] {
		return this.#properties.map(({ name }, index) => {
			const witness = this.#witnesses[index];
			if (witness === undefined) return { name, happens: false };
			const detail = this.#details[index];
			const waits = this.#waits[index];
			return {
				name,
				happens: true,
				witness,
				...(detail !== undefined && { detail }),
				...(waits !== undefined && { waits }),
			};
		});
	}
}

/** The assertions that a graph is known to break, by property. */
function failedAssertions(graph: Graph): ReadonlySet<number> {
	const failed = new Set<number>();
	for (const { thread, state } of graph.nodes)
		for (const { property, condition } of state.claims)
			if (truthIn(graph, thread, condition) === false) failed.add(property);
	return failed;
}
