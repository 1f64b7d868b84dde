import type { RingFrame } from "../../execution/story/ring-frame.ts";
import type { Story } from "../../execution/story/story.ts";
import { withArrow } from "./arrow-to.ts";
import { cutText, padText } from "./fit-text.ts";
import { LONGEST_NAME, placeThreads } from "./place-threads.ts";
import { ringChanges } from "./ring-changes.ts";
import { type RowLine, rowLines } from "./row-lines.ts";
import { type StoryRow, storyRows } from "./story-rows.ts";
import type { StoryStyle } from "./story-style.ts";
import { line, type TextLine } from "./text-line.ts";
import { textWidth } from "./text-width.ts";
import { threadHead } from "./thread-head.ts";
import { wrapText } from "./wrap-text.ts";

/** Columns in front of all. */
const MARGIN = 2;

/** Columns in which words are wrapped well enough. */
const WORDS = 44;

/**
 * What happens, step by step: the steps' numbers, and the threads side by side, or one below the other where there is no room for that. An arrow
 * leads from a write to a read of it in the next row. Where the ring changes it is drawn below.
 */
export function stepsBlock(story: Story, style: StoryStyle): TextLine[] {
	const rows = storyRows(story, style.showsAll);
	if (rows.length === 0) return [];
	const labels = rows.map(labelOf);
	const labelWidth = Math.max("step".length, ...labels.map((label) => label.length));
	const contents = rows.map((row, at) => rowLines(story, row, rows[at - 1]));
	const start = MARGIN + labelWidth + 2;
	const nameOf = (thread: number): string =>
		cutText(story.threads[thread]?.name ?? `P${thread}`, LONGEST_NAME);
	const places = placeThreads(needsOf(rows, contents), nameOf, start, style.width);
	const columnOf = ({ steps }: StoryRow): number => places.starts.get(steps[0].thread) ?? start;
	const lines = threadHead(story.threads, places, { start: MARGIN, width: labelWidth }, style.width);
	lines.push(...ringLines(undefined, story.ring?.[0]));
	for (const [at, row] of rows.entries()) {
		const [name, column] = [nameOf(row.steps[0].thread), columnOf(row)];
		const ring = ringLines(
			story.ring?.[row.steps[0].number - 1],
			story.ring?.[row.steps[row.steps.length - 1].number],
		);
		const texts = contents[at].flatMap((content) => inColumn(content, style.width - column));
		for (const [index, { text, tone }] of texts.entries()) {
			const isLast = index === texts.length - 1;
			const target = isLast && tone === undefined && ring.length === 0 ? arrowTarget(at) : undefined;
			const placed =
				target === undefined ? { column, text } : withArrow({ column, text }, target, style.isAscii);
			const label = " ".repeat(MARGIN) + (index === 0 ? labels[at] : "").padStart(labelWidth);
			const shownName = !places.isStaggered && index === 0 ? `  ${name}` : "";
			lines.push([
				{ text: label, tone: "quiet" },
				{ text: padText(shownName, placed.column - label.length), tone: "strong" },
				tone === undefined ? { text: placed.text } : { text: placed.text, tone },
			]);
		}
		lines.push(...ring);
	}
	return lines;

	/** The column of the row below, where that begins with a read of what this one writes. */
	function arrowTarget(at: number): number | undefined {
		const next = rows[at + 1];
		if (!places.isStaggered || next === undefined || next.steps[0].from === undefined) return undefined;
		const { from, thread, notes } = next.steps[0];
		const isRead = rows[at].steps.some((step) => step.number === from && step.thread !== thread);
		return isRead && notes.length === 0 && next.kind === "step" ? columnOf(next) : undefined;
	}

	function ringLines(before: RingFrame | undefined, after: RingFrame | undefined): TextLine[] {
		if (after === undefined) return [];
		const room = style.width - start;
		const drawing = ringChanges(before, after, room);
		return drawing.map((text) => line(" ".repeat(start) + cutText(text, room)));
	}
}

/** `3`, or `3-4`. */
function labelOf({ steps }: StoryRow): string {
	const first = steps[0].number;
	const last = steps[steps.length - 1].number;
	return first === last ? `${first}` : `${first}-${last}`;
}

/** The widest text of each thread. */
function needsOf(rows: readonly StoryRow[], contents: readonly (readonly RowLine[])[]): Map<number, number> {
	const needs = new Map<number, number>();
	for (const [at, { steps }] of rows.entries()) {
		const { thread } = steps[0];
		const widths = contents[at].map(
			({ text, indent, isCut }) => indent + Math.min(textWidth(text), isCut ? Infinity : WORDS),
		);
		needs.set(thread, Math.max(needs.get(thread) ?? 0, ...widths));
	}
	return needs;
}

/** A line of a row in so many columns. */
function inColumn({ text, tone, indent, isCut }: RowLine, width: number): Pick<RowLine, "text" | "tone">[] {
	const room = Math.max(1, width - indent);
	const pieces = isCut ? [cutText(text, room)] : wrapText(text, room, "  ");
	return pieces.map((piece) => ({ text: " ".repeat(indent) + piece, ...(tone !== undefined && { tone }) }));
}
