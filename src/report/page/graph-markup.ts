import type { Story } from "../../execution/story/story.ts";
import { escapeMarkup } from "./escape-markup.ts";
import { drawHeads } from "./picture/draw-heads.ts";
import { drawPicture } from "./picture/draw-picture.ts";
import { layOutPicture } from "./picture/lay-out-picture.ts";

/** A story's picture within a page. */
export interface Graph {
	readonly markup: string;
	/** Rules that say how far the picture may be scaled. */
	readonly style: string;
}

const HEAD = 28;
/** How small a picture may be drawn before it is scrolled instead. */
const SMALLEST = 0.8;

/**
 * The picture that the page is stepped through: with the source where there are two threads at most and the page is wide,
 * else compact. The threads' names stand in a picture of their own, which stays in sight.
 */
export function graphMarkup(story: Story): Graph {
	const isSmall = story.threads.length <= 2;
	const compact = pictureMarkup(story, true, "compact");
	if (!isSmall) return compact;
	const full = pictureMarkup(story, false, "full");
	return { markup: full.markup + compact.markup, style: full.style + compact.style };
}

function pictureMarkup(story: Story, isCompact: boolean, name: string): Graph {
	const picture = layOutPicture(story, isCompact);
	const [width, height] = [Math.ceil(picture.width), Math.ceil(picture.height)];
	const label = escapeMarkup(`${story.headline}. The list of steps says the same.`);
	const view = (top: number, bottom: number): string =>
		`width="${width}" height="${bottom - top}" viewBox="0 ${top} ${width} ${bottom - top}"`;
	return {
		markup:
			`<div class="drawing ${name}"><svg class="picture heads" ${view(0, HEAD)} aria-hidden="true">${drawHeads(picture)}</svg>` +
			`<svg class="picture events" ${view(HEAD, height)} role="img" aria-label="${label}">\n${drawPicture(story, picture)}\n</svg></div>`,
		style: `.drawing.${name} .picture { width: 100%; max-width: ${width}px; min-width: ${Math.round(width * SMALLEST)}px; height: auto; }\n`,
	};
}
