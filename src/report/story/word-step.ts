import type { Story } from "../../execution/story/story.ts";
import type { StoryStep } from "../../execution/story/story-step.ts";
import { wordEvent } from "./word-event.ts";
import { wordTiming } from "./word-timing.ts";

/**
 * One event as a kernel developer would tell it, on one line without a full stop: `reads flag = 1 from step 3 (acquire)`, `smp_wmb()`, `takes the lock l`. One that is
 * out of its thread's program order says so. The code is left to be shown beside it.
 */
export function wordStep(story: Story, step: StoryStep): string {
	const timing = wordTiming(step);
	const event = wordEvent(story, step);
	return timing === undefined ? event : `${event}; ${timing}`;
}
