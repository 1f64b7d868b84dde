import type { Story } from "../../execution/story/story.ts";
import type { StoryStep } from "../../execution/story/story-step.ts";
import { stepsOfReason } from "./steps-of-reason.ts";

/** What is told at once. All its steps follow one another and are of one thread; there is one at least. */
export interface StoryRow {
	/** A step, or both halves of a read-modify-write; or accesses that no other thread can notice. */
	readonly kind: "step" | "own";
	readonly steps: readonly StoryStep[];
}

/** Who looks at an execution wants to see the critical sections, also where nobody else takes the lock. */
const LOCK_EVENTS: ReadonlySet<string> = new Set(["LKR", "LKW", "UL", "LF", "RL", "RU"]);

/**
 * The steps of a story in their order, put together to rows: the halves of a read-modify-write where nothing comes between them, and, unless
 * `showsAll`, accesses of a thread to what it alone uses. Those that the story is about stay rows of their own, and so do all if there is only
 * one thread.
 */
export function storyRows(story: Story, showsAll: boolean): StoryRow[] {
	const isOwn = showsAll || isOfOneThread(story) ? () => false : ownAccesses(story);
	const rows: StoryRow[] = [];
	for (const step of story.steps) {
		const kind = isOwn(step) ? "own" : "step";
		const last = rows.at(-1);
		const before = last?.steps.at(-1);
		const belongs =
			last?.kind === kind && before?.thread === step.thread && (kind === "own" || isUpdate(before, step));
		if (belongs && last !== undefined) rows[rows.length - 1] = { kind, steps: [...last.steps, step] };
		else rows.push({ kind, steps: [step] });
	}
	return rows;
}

/** Tells accesses of which no other thread takes notice, and that nothing in the story hangs on. */
function ownAccesses({ cells, steps, reason, climax, ring }: Story): (step: StoryStep) => boolean {
	const needed = stepsOfReason(reason);
	// Where one thread cannot go on, what it would need may be used by one other alone.
	const awaited = new Set(reason?.kind === "waits" ? reason.waits.map(({ cell }) => cell) : []);
	const changesRing = (number: number): boolean =>
		ring !== undefined && JSON.stringify(ring[number]) !== JSON.stringify(ring[number - 1]);
	const isOwn = ({ number, cell, tags }: StoryStep): boolean =>
		cell !== undefined &&
		cells[cell]?.isShared === false &&
		!awaited.has(cell) &&
		!tags.some((tag) => LOCK_EVENTS.has(tag)) &&
		!needed.has(number) &&
		number !== climax &&
		!changesRing(number);
	return (step) => {
		const other = step.partner === undefined ? undefined : steps[step.partner - 1];
		return isOwn(step) && (other === undefined || isOwn(other));
	};
}

function isOfOneThread({ steps }: Story): boolean {
	return steps.every(({ thread }) => thread === steps[0].thread);
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
