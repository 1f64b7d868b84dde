import type { Story } from "../../execution/story/story.ts";

/** Who wrote something: a step's number, 0 for the initial value. */
export function writerWords({ threads, steps }: Story, writer: number): string {
	const step = steps[writer - 1];
	return step === undefined ? "initially" : `${threads[step.thread].name}, step ${writer}`;
}
