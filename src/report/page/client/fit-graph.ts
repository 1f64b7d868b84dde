import { element } from "./elements.ts";

/** The least height that the picture is worth looking at in. */
const LEAST = 320;

/** On a wide page lets the picture end where the window does, so that stepping need not move the page. */
export function fitGraph(): void {
	const graph = element("graph", HTMLElement);
	const isWide = matchMedia("(min-width: 941px)").matches;
	const room = innerHeight - graph.getBoundingClientRect().top - scrollY - 16;
	graph.style.maxHeight = isWide ? `${Math.max(LEAST, room)}px` : "";
}
