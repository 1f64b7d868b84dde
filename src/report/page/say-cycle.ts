import type { Cycle } from "../../execution/story/reason.ts";
import type { Story } from "../../execution/story/story.ts";
import { wordCycle } from "../story/word-cycle.ts";

/** What frames the list of a cycle's edges. */
export interface CycleWords {
	/** The axiom, and what it demands. */
	readonly demand: string;
	/** What would follow; empty for what should be empty. */
	readonly conclusion: string;
}

/** The sentences before and behind the edges of a cycle. */
export function sayCycle(story: Story, cycle: Cycle): CycleWords {
	const lines = wordCycle(story, cycle);
	const hasConclusion = cycle.test !== "empty" && lines.length > 1;
	return { demand: lines[0] ?? "", conclusion: hasConclusion ? (lines.at(-1) ?? "") : "" };
}
