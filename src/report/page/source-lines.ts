import type { Story } from "../../execution/story/story.ts";

/** A line of a source as a thread's pane shows it; a gap stands for lines that are left out. */
export type SourceLine =
	| { readonly kind: "line"; readonly line: number; readonly text: string; readonly steps: readonly number[] }
	| { readonly kind: "gap"; readonly count: number };

/** What a thread's pane shows of one source. */
export interface SourceExcerpt {
	/** Index into `Story.sources`. */
	readonly source: number;
	readonly lines: readonly SourceLine[];
}

/** Lines shown around each that a step comes from, and the largest gap that is shown nevertheless. */
const AROUND = 3;
const SMALLEST_GAP = 3;

/** The parts of the sources that a thread's steps come from, with some lines around them; the others are counted. */
export function sourceExcerpts(story: Story, thread: number): readonly SourceExcerpt[] {
	const bySource = new Map<number, Map<number, number[]>>();
	for (const { number, place, thread: own } of story.steps) {
		if (own !== thread || place === undefined || story.sources[place.source] === undefined) continue;
		const lines = bySource.get(place.source) ?? new Map<number, number[]>();
		lines.set(place.line, [...(lines.get(place.line) ?? []), number]);
		bySource.set(place.source, lines);
	}
	return [...bySource]
		.sort(([one], [other]) => one - other)
		.map(([source, steps]) => ({ source, lines: excerpt(story.sources[source].text, steps) }));
}

function excerpt(text: string, steps: ReadonlyMap<number, readonly number[]>): readonly SourceLine[] {
	const texts = text.replace(/\n$/, "").split("\n");
	const touched = [...steps.keys()].sort((one, other) => one - other);
	const lines: SourceLine[] = [];
	let next = 1;
	for (const line of touched) {
		const start = Math.max(next, line - AROUND);
		const hasGap = start - next > SMALLEST_GAP;
		if (hasGap) lines.push({ kind: "gap", count: start - next });
		for (let at = hasGap ? start : next; at <= Math.min(texts.length, line + AROUND); at++) add(at);
	}
	const left = texts.length - next + 1;
	if (left > SMALLEST_GAP) lines.push({ kind: "gap", count: left });
	else while (next <= texts.length) add(next);
	return lines;

	function add(line: number): void {
		const tabbed = texts[line - 1].replace(/\r$/, "").replaceAll("\t", "    ");
		lines.push({ kind: "line", line, text: tabbed, steps: steps.get(line) ?? [] });
		next = line + 1;
	}
}
