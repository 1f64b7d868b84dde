import type { StoryStep } from "../../execution/story/story-step.ts";
import { listSteps } from "./list-steps.ts";

/** How an event lies to its thread's program order, in words; undefined if it takes effect in its turn. */
export function wordTiming({ timing, overtakes }: StoryStep): string | undefined {
	if (timing === "inOrder") return undefined;
	const order =
		timing === "late"
			? ["after", "which it precedes in program order"]
			: ["before", "which it follows in program order"];
	if (overtakes.length === 0) return `${timing}: out of program order`;
	return `${timing}: takes effect ${order[0]} ${listSteps(overtakes)}, ${order[1]}`;
}
