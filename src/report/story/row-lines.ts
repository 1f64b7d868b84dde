import type { Story } from "../../execution/story/story.ts";
import type { StoryPlace, StoryStep } from "../../execution/story/story-step.ts";
import type { Paint } from "../paint.ts";
import { fenceName } from "./fence-name.ts";
import { fileName } from "./name-step.ts";
import type { StoryRow } from "./story-rows.ts";
import { wordEvent, wordUpdate } from "./word-event.ts";
import { wordTiming } from "./word-timing.ts";

/** A line of a row before it is fitted into its column. */
export interface RowLine {
	readonly text: string;
	readonly tone?: keyof Paint;
	/** Columns that it is indented by. */
	readonly indent: number;
	/** Whether what does not fit is cut, as code is, or wrapped, as words are. */
	readonly isCut: boolean;
}

/**
 * What is told of a row: the notes that come before it, its line of code unless the row above is of the same one, what happens, whether that is out
 * of order, and what it means for the story.
 */
export function rowLines(story: Story, row: StoryRow, above: StoryRow | undefined): RowLine[] {
	const [first] = row.steps;
	const notes = row.steps.flatMap((step) => step.notes.map((note) => words(`note: ${note}`, 0, "quiet")));
	const closing = row.steps.flatMap((step) =>
		(step.closing ?? []).map((note) => words(`note: ${note}`, 0, "quiet")),
	);
	if (row.kind === "own") {
		const count = row.steps.length;
		const accesses = words(`... ${count} access${count === 1 ? "" : "es"} of its own`, 0, "quiet");
		return [...notes, accesses, ...closing];
	}
	const lines = [...notes];
	const { place } = first;
	const isRepeated =
		place !== undefined &&
		notes.length === 0 &&
		isSamePlace(place, above?.kind === "step" ? above.steps[0] : undefined, first);
	if (place !== undefined && !isRepeated) lines.push({ text: codeOf(story, place), indent: 0, isCut: true });
	const indent = place === undefined ? 0 : 2;
	if (!saysItself(first, isRepeated)) lines.push(words(whatHappens(story, row), indent));
	for (const step of row.steps) {
		const timing = wordTiming(step);
		if (timing !== undefined) lines.push(words(timing, indent, "doubtful"));
	}
	const mark = markOf(story, row.steps);
	if (mark !== undefined) lines.push(words(`<== ${mark}`, indent, "bad"));
	return [...lines, ...closing];
}

function words(text: string, indent: number, tone?: keyof Paint): RowLine {
	return { text, indent, isCut: false, ...(tone !== undefined && { tone }) };
}

function codeOf(story: Story, { source, line, text }: StoryPlace): string {
	const file = source === 0 ? "" : `${fileName(story, source)}:`;
	return `${file}${line}: ${text}`;
}

function isSamePlace(place: StoryPlace, other: StoryStep | undefined, step: StoryStep): boolean {
	return (
		other?.thread === step.thread && other.place?.source === place.source && other.place.line === place.line
	);
}

/** Whether a fence's line of code, shown, is all that there is to say. */
function saysItself({ kind, tags, place }: StoryStep, isRepeated: boolean): boolean {
	if (kind !== "F" || place === undefined || isRepeated) return false;
	return place.text.includes(fenceName(tags).replace(/\)$/, ""));
}

function whatHappens(story: Story, { steps: [first, second] }: StoryRow): string {
	return second === undefined ? wordEvent(story, first) : wordUpdate(story, first, second);
}

/** What a row means for what the story is about. */
function markOf({ reason, climax, kind }: Story, steps: readonly StoryStep[]): string | undefined {
	const numbers = steps.map(({ number }) => number);
	if (reason?.kind === "race") {
		if (numbers.includes(reason.first)) return `races with step ${reason.second}`;
		if (numbers.includes(reason.second)) return `races with step ${reason.first}`;
	}
	if (climax === undefined || !numbers.includes(climax)) return undefined;
	if (kind === "race") return "here they race";
	return kind === "property" ? "here it goes wrong" : undefined;
}
