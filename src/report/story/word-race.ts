import type { Reason } from "../../execution/story/reason.ts";
import type { Story } from "../../execution/story/story.ts";
import { cellName } from "./cell-name.ts";
import { nameStep } from "./name-step.ts";

type Race = Extract<Reason, { kind: "race" }>;

/** Why two accesses race: what they are, and how far order reaches from each towards the other. A line a statement, of any length. */
export function wordRace(story: Story, { first, second, gaps }: Race): string[] {
	const step = story.steps[first - 1] ?? story.steps[second - 1];
	const cell = step === undefined ? "one location" : cellName(story, step);
	return [
		`Both access ${cell}, at least one writes, at least one is plain, so that the compiler may tear, repeat or move it, and nothing orders them:`,
		`  step ${first}: ${nameStep(story, first, second)}`,
		`  step ${second}: ${nameStep(story, second, first)}`,
		...(gaps.length > 1 && gaps.every(isWhole)
			? ["No barrier, dependency, release or acquire puts one before the other."]
			: gaps.map((gap) => wordGap(story, gap))),
	];
}

/** Whether nothing is known to lie between. */
function isWhole({ from, to, reached, missing }: Race["gaps"][number]): boolean {
	return reached === from && missing === to;
}

function wordGap(story: Story, gap: Race["gaps"][number]): string {
	const { from, to, reached, missing } = gap;
	if (isWhole(gap)) return `No barrier, dependency, release or acquire puts step ${from} before step ${to}.`;
	const known: string[] = [];
	if (reached !== from)
		known.push(`step ${from} is sure to come before step ${reached}, ${nameStep(story, reached)}`);
	if (missing !== to)
		known.push(`step ${missing}, ${nameStep(story, missing)}, is sure to come before step ${to}`);
	const text = `${known.join("; ")}. But nothing puts step ${reached} before step ${missing}.`;
	return text.charAt(0).toUpperCase() + text.slice(1);
}
