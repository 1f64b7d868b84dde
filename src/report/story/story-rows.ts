import type { Story } from "../../execution/story/story.ts";
import type { StoryStep } from "../../execution/story/story-step.ts";
import { stepsOfReason } from "./steps-of-reason.ts";

/** What is told at once. All its steps follow one another and are of one thread; there is one at least. */
export interface StoryRow {
	/** A step, or both halves of a read-modify-write; or accesses that no other thread can notice. */
	readonly kind: "step" | "own";
	readonly steps: readonly StoryStep[];
}

/**
 * The steps of a story in their order, put together to rows: the halves of a read-modify-write where nothing comes between them, and, unless
 * `showsAll`, accesses of a thread to what it alone uses. Those that the story is about stay rows of their own.
 */
export function storyRows(story: Story, showsAll: boolean): StoryRow[] {
	const needed = stepsOfReason(story.reason);
	// Where one thread cannot go on, what it would need may be used by one other alone.
	const awaited = new Set(story.reason?.kind === "waits" ? story.reason.waits.map(({ cell }) => cell) : []);
	const rows: StoryRow[] = [];
	for (const step of story.steps) {
		const isOwn =
			!showsAll &&
			step.cell !== undefined &&
			story.cells[step.cell]?.isShared === false &&
			!awaited.has(step.cell) &&
			!needed.has(step.number) &&
			!needed.has(step.partner ?? 0) &&
			step.number !== story.climax;
		const kind = isOwn ? "own" : "step";
		const last = rows.at(-1);
		const before = last?.steps.at(-1);
		const belongs =
			last?.kind === kind && before?.thread === step.thread && (kind === "own" || isUpdate(before, step));
		if (belongs && last !== undefined) rows[rows.length - 1] = { kind, steps: [...last.steps, step] };
		else rows.push({ kind, steps: [step] });
	}
	return rows;
}

function isUpdate(read: StoryStep, write: StoryStep): boolean {
	return (
		read.kind === "R" &&
		write.kind === "W" &&
		read.partner === write.number &&
		write.partner === read.number &&
		read.timing === "inOrder" &&
		write.timing === "inOrder"
	);
}
