import type { Story } from "../../../execution/story/story.ts";
import type { StoryStep } from "../../../execution/story/story-step.ts";
import { type EventLabel, labelEvent } from "../label-event.ts";
import { textCells } from "../text-cells.ts";
import { MEASURES } from "./measures.ts";

/** A row of a picture, with what stands in it. */
export interface PictureRow {
	/** 0 for the initial state. */
	readonly step: number;
	readonly column: number;
	readonly y: number;
	readonly height: number;
	readonly label: EventLabel;
	/** What stands below: its line of source, or its mark in a compact picture. */
	readonly below?: string;
	/** The letters that its text needs. */
	readonly cells: number;
}

/**
 * A row for each step, one below the other; before them one for the initial state where an edge begins or ends there.
 * What no other thread sees has a small one. In a compact picture an event's mark stands below it, instead of its source.
 */
export function layOutRows(story: Story, hasOrigin: boolean, isCompact: boolean): readonly PictureRow[] {
	const rows: PictureRow[] = [];
	let y: number = MEASURES.head;
	const add = (row: Omit<PictureRow, "y">): void => {
		rows.push({ ...row, y });
		y += row.height + MEASURES.gap;
	};
	if (hasOrigin) {
		const label = { text: "initial values", mark: "" };
		add({ step: 0, column: 0, height: MEASURES.low, label, cells: textCells(label.text) });
	}
	for (const step of story.steps) add(rowOf(story, step, isCompact));
	return rows;
}

function rowOf(story: Story, step: StoryStep, isCompact: boolean): Omit<PictureRow, "y"> {
	const { text, mark: ordering } = labelEvent(story, step);
	const timing = step.timing === "inOrder" ? "" : step.timing;
	const isInitial = step.kind === "R" && step.from === 0 && ordering !== "";
	const marks = [timing, ordering, ...(isCompact && isInitial ? ["initial"] : [])];
	const mark = marks.filter((part) => part !== "").join(" ");
	const isPrivate = step.cell !== undefined && story.cells[step.cell]?.isShared === false;
	const code = step.place?.text.replace(/\s+/g, " ") ?? "";
	const saysMore = !isPrivate && code !== `${text};`;
	const below = isCompact ? mark : saysMore ? code : "";
	const room = MEASURES.mostCells - textCells(mark) - 2;
	const full = isInitial && !isCompact ? `${text} (initial)` : text;
	const label = { text: textCells(full) <= room ? full : text, mark: isCompact ? "" : mark };
	const first = textCells(label.text) + (label.mark === "" ? 0 : 2 + textCells(label.mark));
	const bare = isPrivate ? MEASURES.small : MEASURES.low;
	return {
		step: step.number,
		column: step.thread,
		height: below === "" ? bare : MEASURES.tall,
		label,
		cells: Math.max(first, textCells(below)),
		...(below !== "" && { below }),
	};
}
