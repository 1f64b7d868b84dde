import type { Story, StoryKind } from "../../../src/execution/story/story.ts";
import type { StoryStep } from "../../../src/execution/story/story-step.ts";

/** A story as tests write it down. */
export interface Draft extends Partial<Omit<Story, "kind" | "steps" | "sources" | "cells">> {
	readonly kind: StoryKind;
	readonly title: string;
	readonly headline: string;
	/** The text of the test. */
	readonly source: string;
	readonly path?: string;
	/** Initial values that are not 0. */
	readonly initial?: Readonly<Record<string, string>>;
	/**
	 * In the order of telling: `P0.1 W flag=1 @8 ONCE RMW late`: thread and place in program order, kind, location and value, line, tags, timing. A
	 * read has the value of the last write.
	 */
	readonly steps: readonly string[];
}

/** A story made from a draft: where reads read from, which steps are halves of one RMW and which are overtaken follows from the order. */
export function makeStory(draft: Draft): Story {
	const { kind, title, headline, source, path, initial = {}, steps, ...rest } = draft;
	const lines = source.split("\n");
	const names: string[] = [];
	const made: StoryStep[] = [];
	const last = new Map<string, StoryStep>();
	for (const [at, text] of steps.entries()) {
		const [where, action, ...words] = text.split(" ");
		const [thread, index] = where.slice(1).split(".").map(Number);
		const place = words.find((word) => word.startsWith("@"))?.slice(1);
		const timing = words.find((word) => word === "late" || word === "early") ?? "inOrder";
		const named = action === "F" ? undefined : words.find((word) => !word.startsWith("@"));
		const [name, value] = named?.split("=") ?? [];
		if (name !== undefined && !names.includes(name)) names.push(name);
		const tags = words.filter((word) => word !== named && !word.startsWith("@") && word !== timing);
		const before = name === undefined ? undefined : last.get(name);
		const step: StoryStep = {
			number: at + 1,
			thread,
			index,
			kind: action === "R" ? "R" : action === "W" ? "W" : "F",
			...(name !== undefined && {
				cell: names.indexOf(name),
				value: value ?? before?.value ?? initial[name] ?? "0",
			}),
			tags,
			...(place !== undefined && {
				place: { source: 0, line: Number(place), text: lines[Number(place) - 1].trim() },
			}),
			...(action === "R" && { from: before?.number ?? 0 }),
			timing: timing === "late" || timing === "early" ? timing : "inOrder",
			overtakes: [],
			notes: [],
		};
		if (action === "W" && name !== undefined) last.set(name, step);
		made.push(step);
	}
	const linked = made.map((step) => ({
		...step,
		...partnerOf(step, made),
		overtakes: overtakenBy(step, made),
	}));
	const threads = Math.max(0, ...made.map(({ thread }) => thread + 1));
	return {
		model: "lkmm",
		remarks: [],
		state: "",
		replay: "r0s1",
		threads: Array.from({ length: threads }, (_, thread) => ({ name: `P${thread}` })),
		...rest,
		kind,
		title,
		headline,
		cells: names.map((name, cell) => ({
			name,
			initial: initial[name] ?? "0",
			writes: linked.filter((step) => step.cell === cell && step.kind === "W").map(({ number }) => number),
			isShared: new Set(linked.filter((step) => step.cell === cell).map(({ thread }) => thread)).size > 1,
		})),
		sources: [{ path: path ?? `${title}.litmus`, text: source }],
		steps: linked,
	};
}

function partnerOf(step: StoryStep, steps: readonly StoryStep[]): { partner?: number } {
	const isHalf = step.tags.some((tag) => tag === "RMW" || tag === "LKR" || tag === "LKW");
	if (!isHalf || step.kind === "F") return {};
	const other = steps.find(
		({ thread, index, kind }) =>
			thread === step.thread && kind !== step.kind && index === step.index + (step.kind === "R" ? 1 : -1),
	);
	return other === undefined ? {} : { partner: other.number };
}

function overtakenBy({ timing, thread, index, number }: StoryStep, steps: readonly StoryStep[]): number[] {
	if (timing === "inOrder") return [];
	const isLate = timing === "late";
	return steps
		.filter(
			(other) =>
				other.thread === thread &&
				(isLate
					? other.number < number && other.index > index
					: other.number > number && other.index < index),
		)
		.map((other) => other.number);
}
