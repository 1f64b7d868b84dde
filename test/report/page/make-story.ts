import type { EventKind } from "../../../src/execution/event.ts";
import type { Story } from "../../../src/execution/story/story.ts";
import type { StoryStep } from "../../../src/execution/story/story-step.ts";

/** A step in short: thread, what it does, on what, the value, tags, the line of the first source; and what else there is of it. */
export type ShortStep = readonly [
	thread: number,
	kind: EventKind,
	cell: string,
	value: string,
	tags: string,
	line: number,
	more?: Partial<StoryStep>,
];

/** A story of steps in short, which are in the order of telling; reads see the last write unless they say otherwise. */
export function makeStory(
	given: Pick<Story, "title" | "kind" | "headline" | "threads"> & Partial<Story>,
	text: string,
	steps: readonly ShortStep[],
): Story {
	const names = [...new Set(steps.map(([, , cell]) => cell))].filter((cell) => cell !== "");
	const lines = text.split("\n");
	const last = new Map<string, number>();
	const counts = new Map<number, number>();
	const made = steps.map(([thread, kind, cell, value, tags, line, more], at): StoryStep => {
		const index = counts.get(thread) ?? 0;
		counts.set(thread, index + 1);
		const number = at + 1;
		const from = kind === "R" ? { from: last.get(cell) ?? 0 } : {};
		if (kind === "W") last.set(cell, number);
		return {
			number,
			thread,
			index,
			kind,
			...(cell !== "" && { cell: names.indexOf(cell), value }),
			tags: tags.split(" ").filter((tag) => tag !== ""),
			...(line > 0 && { place: { source: 0, line, text: (lines[line - 1] ?? "").trim() } }),
			...from,
			timing: "inOrder",
			overtakes: [],
			notes: [],
			...more,
		};
	});
	const cells = names.map((name, cell) => {
		const own = made.filter((step) => step.cell === cell);
		const writes = own.filter(({ kind }) => kind === "W");
		const isShared = writes.some(({ thread }) => own.some((other) => other.thread !== thread));
		return { name, initial: "0", writes: writes.map(({ number }) => number), isShared };
	});
	return {
		model: "lkmm",
		remarks: [],
		state: "",
		cells,
		sources: [{ path: "test.litmus", text }],
		steps: made,
		...given,
	};
}
