import type { Story, StoryKind } from "../../execution/story/story.ts";
import type { Paint } from "../paint.ts";
import { cleanStory } from "./clean-story.ts";
import { coherenceBlock } from "./coherence-block.ts";
import { plainAscii, printable } from "./fit-text.ts";
import { reproduce } from "./reproduce.ts";
import { stepsBlock } from "./steps-block.ts";
import type { StoryStyle } from "./story-style.ts";
import { line, type TextLine } from "./text-line.ts";
import { wordReason } from "./word-reason.ts";
import { wrapText } from "./wrap-text.ts";

/** How each kind of story is announced. What a model allows or forbids, its headline says. */
const KINDS: Readonly<Record<StoryKind, { readonly word: string; readonly tone: keyof Paint }>> = {
	allowed: { word: "", tone: "good" },
	forbidden: { word: "", tone: "bad" },
	race: { word: "Data race: ", tone: "bad" },
	deadlock: { word: "Deadlock: ", tone: "bad" },
	property: { word: "Violation: ", tone: "bad" },
};

/**
 * A whole story in lines of at most `style.width` columns: what it shows, its steps with the threads side by side, in which order locations were
 * written, why, and how to see it again.
 */
export function storyLines(told: Story, style: StoryStyle): TextLine[] {
	const clean = (text: string): string => (style.isAscii ? plainAscii(printable(text)) : printable(text));
	const story = cleanStory(told, clean);
	const { width } = style;
	const paragraphs = [
		heading(story, width),
		[
			...howToRead(story)
				.flatMap((text) => wrapText(text, width))
				.map((text) => line(text, "quiet")),
		],
		stepsBlock(story, style),
		ending(story, width),
		coherenceBlock(story, style),
		why(story, width),
		howToReproduce(told, style),
	].filter((lines) => lines.length > 0);
	return paragraphs.flatMap((lines, at) => (at === 0 ? lines : [line(""), ...lines]));
}

function heading({ title, model, kind, headline, remarks }: Story, width: number): TextLine[] {
	const { word, tone } = KINDS[kind];
	return [
		...wrapText(`${title}, model ${model}`, width, "  ").map((text) => line(text, "strong")),
		...wrapText(word + headline, width, "  ").map((text) => line(text, tone)),
		...remarks.flatMap((remark) => wrapText(`Note: ${remark}`, width, "  ")).map((text) => line(text)),
	];
}

/** What a reader who sees such a text for the first time has to know. */
function howToRead({ kind, steps }: Story): string[] {
	if (steps.length === 0) return [];
	const would = kind === "forbidden" ? "would have to take" : "take";
	const order = `Steps are in the order in which they ${would} effect: a read sees the last write above it.`;
	const timings = new Set(steps.map(({ timing }) => timing));
	const late = timings.has("late")
		? ['A "late" one takes effect only after some that follow it in the code.']
		: [];
	const early = timings.has("early")
		? ['An "early" one takes effect before some that it follows in the code.']
		: [];
	return [[order, ...late, ...early].join(" ")];
}

function ending({ kind, state }: Story, width: number): TextLine[] {
	if (state === "") return [];
	const word = kind === "forbidden" ? "Final state that is never reached" : "Final state";
	return wrapText(`${word}: ${state}`, width, "  ").map((text) => line(text));
}

function why(story: Story, width: number): TextLine[] {
	if (story.reason === undefined) return [];
	return wordReason(story, story.reason).flatMap((text) => {
		const indent = text.length - text.trimStart().length;
		return wrapText(text.trimStart(), width - indent, indent === 0 ? "" : "    ").map((piece) =>
			line(" ".repeat(indent) + piece),
		);
	});
}

function howToReproduce(story: Story, style: StoryStyle): TextLine[] {
	const command = reproduce(story, style.width, style.isAscii);
	if (command === undefined) return [];
	return [line("To see it again:", "quiet"), ...command.map((text) => line(text))];
}
