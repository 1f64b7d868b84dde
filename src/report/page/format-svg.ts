import type { Story } from "../../execution/story/story.ts";
import { wordReason } from "../story/word-reason.ts";
import { escapeMarkup } from "./escape-markup.ts";
import { kindWords } from "./kind-words.ts";
import { drawHeads } from "./picture/draw-heads.ts";
import { drawPicture } from "./picture/draw-picture.ts";
import { drawRingPicture } from "./picture/draw-ring-picture.ts";
import { layOutPicture } from "./picture/lay-out-picture.ts";
import { MEASURES } from "./picture/measures.ts";
import { aloneStyle } from "./picture/picture-style.ts";
import { type ReasonRow, reasonRows } from "./reason-rows.ts";
import { sayCycle } from "./say-cycle.ts";
import { wrapText } from "./text-cells.ts";

const MARGIN = 20;
const LINE = 17;
const NARROWEST = 560;

/**
 * A story as a picture in SVG that stands alone: the headline, the events with reads-from and the reason's edges,
 * the reason in words, and the ring at the end. In light and dark colours as the reader's system has them. Ends with a line feed.
 */
export function formatSvg(story: Story): string {
	const picture = layOutPicture(story);
	const width = Math.max(NARROWEST, picture.width);
	const rows: string[] = [];
	let y = MARGIN;
	const write = (text: string, className: string, size: number, step = LINE, indent = 0): void => {
		for (const line of wrapText(text, Math.floor((width - indent) / size))) {
			y += step;
			rows.push(
				`<text class="prose ${className}" x="${MARGIN + indent}" y="${y}">${escapeMarkup(line)}</text>`,
			);
		}
	};
	const put = (markup: string, x: number, height: number): void => {
		rows.push(`<g transform="translate(${x} ${y})">\n${markup}\n</g>`);
		y += height;
	};

	write(story.headline, "title", 10, 22);
	const about = [kindWords(story.kind).text, story.title, `model ${story.model}`];
	write([...about, ...(story.state === "" ? [] : [story.state])].join("  ·  "), "quiet", 6.6);
	for (const remark of story.remarks) write(remark, "quiet", 6.6);
	y += 18;
	put(
		drawHeads(picture) + drawPicture(story, picture),
		MARGIN + Math.round((width - picture.width) / 2),
		picture.height + 8,
	);
	if (story.steps.some(({ timing }) => timing !== "inOrder"))
		write(
			"A small circle on a thread's line: where program order has the step that the dotted line leads to.",
			"quiet",
			6.6,
		);
	writeReason();
	const frame = story.ring?.at(-1);
	if (frame !== undefined) {
		y += 14;
		write("The ring at the end", "head", 8.5);
		y += 6;
		const ring = drawRingPicture(frame, story.threads, width);
		put(ring.markup, MARGIN, ring.height);
		return wrap(Math.max(width, ring.width));
	}
	return wrap(width);

	function writeReason(): void {
		const { reason } = story;
		const list = reasonRows(story);
		if (reason?.kind === "cycle")
			for (const [group, cycle] of reason.cycles.entries()) {
				const { demand, conclusion } = sayCycle(story, cycle);
				y += 10;
				write(demand, "loud", 7.4);
				y += 4;
				for (const row of list) if (row.group === group) writeRow(row);
				y += 4;
				write(conclusion, "", 7.4);
			}
		else if (list.length > 0) for (const row of list) writeRow(row);
		else if (reason !== undefined) for (const line of wordReason(story, reason)) write(line, "loud", 7.4);
	}

	function writeRow(row: ReasonRow): void {
		y += 4;
		const [x, middle] = [MARGIN + MEASURES.badge, y + 13];
		rows.push(
			`<g class="badge"><circle cx="${x}" cy="${middle}" r="${MEASURES.badge}"/>` +
				`<text x="${x}" y="${middle + 4}" text-anchor="middle">${escapeMarkup(row.badge)}</text></g>`,
		);
		write(row.title, "", 7.4, LINE, 26);
		if (row.names.length > 0) write(row.names.join(" › "), "quiet", 6.6, LINE - 2, 26);
	}

	function wrap(inner: number): string {
		const [across, down] = [Math.ceil(inner + 2 * MARGIN), Math.ceil(y + MARGIN)];
		return `<svg xmlns="http://www.w3.org/2000/svg" class="picture" width="${across}" height="${down}" viewBox="0 0 ${across} ${down}" role="img">
<title>${escapeMarkup(story.title)}</title>
<desc>${escapeMarkup(story.headline)}</desc>
<style>${aloneStyle()}</style>
<rect class="paper" width="${across}" height="${down}"/>
${rows.join("\n")}
</svg>
`;
	}
}
