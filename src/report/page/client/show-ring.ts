import type { Story } from "../../../execution/story/story.ts";
import { ringMarkup } from "../ring-markup.ts";

/** Draws the ring after the first `at` steps, as wide as there is room. */
export function showRing(story: Story, at: number): void {
	const place = document.getElementById("ring");
	if (place === null) return;
	const { paddingLeft, paddingRight } = getComputedStyle(place);
	const room = place.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
	place.innerHTML = ringMarkup(story, at, room);
}
