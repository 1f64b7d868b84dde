import type { Story } from "../../../execution/story/story.ts";
import { ringMarkup } from "../ring-markup.ts";

let measured = 0;

/** Draws the ring after the first `at` steps, as wide as there is room, and reserves the height that it needs at any moment. */
export function showRing(story: Story, at: number): void {
	const place = document.getElementById("ring");
	if (place === null) return;
	const { paddingLeft, paddingRight } = getComputedStyle(place);
	const room = place.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
	if (room !== measured) {
		measured = room;
		place.style.minHeight = `${tallest(story, room) + 14}px`;
	}
	place.innerHTML = ringMarkup(story, at, room);
}

/** The height of the tallest drawing of the ring: what is below it must not move when the reader steps. */
function tallest(story: Story, room: number): number {
	const heights = (story.ring ?? []).map((_, at) =>
		Number(/height="(\d+)"/.exec(ringMarkup(story, at, room))?.[1] ?? 0),
	);
	return Math.max(0, ...heights);
}
