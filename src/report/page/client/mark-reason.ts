import { elements } from "./elements.ts";

let held: string | undefined;

/**
 * Marks an edge of the reason in the picture and in the list, and the steps that it joins. One that was clicked stays marked until
 * it or another is clicked; one that is pointed at is marked meanwhile. `undefined` marks nothing.
 */
export function markReason(id: string | undefined, isClick: boolean): void {
	if (isClick) held = id === held ? undefined : id;
	const shown = isClick ? held : (id ?? held);
	const joined = new Set<string | undefined>();
	for (const part of elements("[data-reason]")) {
		const isShown = shown !== undefined && part.dataset.reason === shown;
		part.classList.toggle("marked", isShown);
		if (part instanceof HTMLButtonElement)
			part.setAttribute("aria-pressed", String(held !== undefined && part.dataset.reason === held));
		if (isShown && part instanceof SVGElement) joined.add(part.dataset.from).add(part.dataset.to);
	}
	for (const part of elements(".picture .event"))
		part.classList.toggle("marked", joined.has(part.dataset.step));
	for (const graph of elements("#graph")) graph.classList.toggle("marking", shown !== undefined);
}
