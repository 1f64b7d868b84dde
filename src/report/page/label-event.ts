import type { Story } from "../../execution/story/story.ts";
import type { StoryStep } from "../../execution/story/story-step.ts";
import { fenceName } from "../story/fence-name.ts";

/** What is said of an event in a picture, where there is little room. */
export interface EventLabel {
	/** What happens: `reads flag = 1`, `smp_wmb()`, `takes lock`. */
	readonly text: string;
	/** How it is ordered: `release`, `plain`, `rmw mb`. Empty for a fence or a lock. */
	readonly mark: string;
}

/** What lock events do, by their tag. */
const LOCKS: Readonly<Record<string, (lock: string) => string>> = {
	LKR: (lock) => `finds ${lock} free`,
	LKW: (lock) => `takes ${lock}`,
	UL: (lock) => `unlocks ${lock}`,
	LF: (lock) => `finds ${lock} taken`,
	RL: (lock) => `sees ${lock} taken`,
	RU: (lock) => `sees ${lock} free`,
	"Srcu-lock": (lock) => `srcu_read_lock(${lock})`,
	"Srcu-unlock": (lock) => `srcu_read_unlock(${lock})`,
};

const ORDERINGS: Readonly<Record<string, string>> = {
	acquire: "acquire",
	release: "release",
	once: "once",
	mb: "mb",
	noreturn: "no return",
};

/** Labels a step of a story. Tags that are not known are shown as the model has them. */
export function labelEvent(story: Story, step: StoryStep): EventLabel {
	const cell = step.cell === undefined ? undefined : story.cells[step.cell]?.name;
	const tags = step.tags.filter((tag) => tag !== "RMW");
	if (step.kind === "F") {
		const fence = fenceName(tags);
		return { text: cell === undefined ? fence : `${fence} on ${cell}`, mark: "" };
	}
	const lock = tags.find((tag) => Object.hasOwn(LOCKS, tag));
	if (lock !== undefined) return { text: LOCKS[lock](cell ?? "it"), mark: "" };
	const verb = step.kind === "R" ? "reads" : "writes";
	const isUpdate = step.tags.includes("RMW") || step.partner !== undefined;
	const orderings = tags.map((tag) => ORDERINGS[tag.toLowerCase()] ?? tag);
	const marks = [...(isUpdate ? ["rmw"] : []), ...orderings];
	return {
		text: `${verb} ${cell ?? "?"} = ${step.value ?? "?"}`,
		mark: marks.length === 0 ? "plain" : marks.join(" "),
	};
}
