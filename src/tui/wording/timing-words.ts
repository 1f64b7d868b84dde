import type { StoryStep } from "../../execution/story/story-step.ts";

/** How a step is out of its thread's order; empty for one in order. */
export function timingWords({ timing, overtakes }: StoryStep): string {
	if (timing === "inOrder") return "";
	const which =
		overtakes.length === 0 ? "" : ` ${overtakes.length === 1 ? "step" : "steps"} ${overtakes.join(", ")}`;
	return timing === "late" ? `late: the code has it before${which}` : `early: the code has it after${which}`;
}
