import type { Story } from "../../execution/story/story.ts";
import { drawRingPicture } from "./picture/draw-ring-picture.ts";

/** The ring after the first `at` steps as an SVG element of `width`, or wider where it has to be; empty where there is none. */
export function ringMarkup(story: Story, at: number, width: number): string {
	const frame = story.ring?.[at];
	if (frame === undefined) return "";
	const drawing = drawRingPicture(frame, story.threads, width - 2);
	const [across, down] = [Math.ceil(drawing.width) + 2, Math.ceil(drawing.height)];
	return `<svg class="picture" width="${across}" height="${down}" viewBox="-1 0 ${across} ${down}" role="img" aria-label="The ring">${drawing.markup}</svg>`;
}
