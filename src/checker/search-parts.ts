import type { Program } from "../execution/program.ts";
import type { Coherence } from "./coherence.ts";
import type { Consistency } from "./consistency.ts";
import type { EndingLayout } from "./ending.ts";
import type { CompiledModel } from "./evaluation/compiled-model.ts";
import type { Graph } from "./graph.ts";
import type { Visit } from "./leaf.ts";
import type { Likeness } from "./likeness.ts";
import type { Progress } from "./progress.ts";
import type { Properties } from "./properties.ts";
import type { Prospect } from "./prospect.ts";
import type { Quest } from "./quest.ts";
import type { Symmetry } from "./symmetry.ts";
import type { Tally } from "./tally.ts";
import type { ThreadTree } from "./thread-tree.ts";

/** The parts that a search works with, all on the same graph. */
export interface SearchParts {
	readonly program: Program;
	readonly graph: Graph;
	readonly tree: ThreadTree;
	readonly consistency: Consistency;
	readonly coherence: Coherence;
	readonly progress: Progress;
	readonly symmetry: Symmetry;
	readonly likeness: Likeness;
	readonly layout: EndingLayout;
	readonly tally: Tally;
	readonly properties: Properties;
	/** Whether the search ends when all properties have been found to happen. */
	readonly stopsWhenDecided: boolean;
	/** Whether it ends when one of them has. */
	readonly stopsAtFirst: boolean;
	/** What the model says of complete executions beyond its axioms. */
	readonly interpret: CompiledModel["interpret"];
	/** Is shown each execution. */
	readonly visit: Visit | undefined;
	/** What is looked for, where not all executions are, and what tells early that it cannot come. */
	readonly quest: (Quest & { readonly prospect: Prospect }) | undefined;
}
