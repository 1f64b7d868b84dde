import type { Story } from "../../../execution/story/story.ts";
import { memoryMarkup } from "../memory-markup.ts";
import { lastSteps } from "../moment.ts";
import { nowMarkup, nowText } from "../now-markup.ts";
import { element, elements } from "./elements.ts";
import { reveal } from "./reveal.ts";
import { showRing } from "./show-ring.ts";

/** Shows the page as it is after the first `at` steps. Before the first, the picture shows all of them. */
export function showMoment(story: Story, at: number): void {
	const { length } = story.steps;
	element("now", HTMLElement).innerHTML = nowMarkup(story, at);
	element("said", HTMLElement).textContent = nowText(story, at);
	element("memory", HTMLElement).innerHTML = memoryMarkup(story, at);
	element("count", HTMLElement).textContent = `${at} of ${length}`;
	const slider = element("slider", HTMLInputElement);
	slider.value = String(at);
	slider.setAttribute("aria-valuetext", nowText(story, at));
	for (const part of elements("[data-move]")) {
		const { move } = part.dataset;
		const isOver =
			move === "start" || move === "back" ? at === 0 : (move === "next" || move === "end") && at === length;
		// A button that is disabled loses the focus, and the keys with it.
		part.setAttribute("aria-disabled", String(isOver));
	}
	showRing(story, at);
	showPicture(at);
	showList(at);
	showSources(story, at);
}

function showPicture(at: number): void {
	const isAhead = (step: number): boolean => at > 0 && step > at;
	for (const part of elements(".picture [data-step]")) {
		const step = Number(part.dataset.step);
		part.classList.toggle("ahead", isAhead(step));
		part.classList.toggle("current", step === at && at > 0);
	}
	for (const part of elements(".picture .edge"))
		part.classList.toggle("ahead", isAhead(Math.max(Number(part.dataset.from), Number(part.dataset.to))));
	const graph = element("graph", HTMLElement);
	for (const part of elements(".picture .event.current")) reveal(graph, part);
}

function showList(at: number): void {
	for (const button of elements("[data-go]")) {
		const step = Number(button.dataset.go);
		button.classList.toggle("ahead", step > at);
		if (step === at) button.setAttribute("aria-current", "step");
		else button.removeAttribute("aria-current");
		const list = button.closest(".scroll");
		if (step === at && list !== null) reveal(list, button);
	}
}

/** Marks the line of each thread's last step, and numbers lines by their last step so far, or by the first that is to come. */
function showSources(story: Story, at: number): void {
	const last = lastSteps(story, at);
	for (const pane of elements(".pane")) {
		const own = last[Number(pane.dataset.thread)];
		pane.classList.toggle("acting", own !== undefined && own === at);
		for (const line of pane.querySelectorAll<HTMLElement>("[data-steps]")) {
			const steps = (line.dataset.steps ?? "").split(" ").map(Number);
			const done = steps.findLast((step) => step <= at);
			const number = line.querySelector(".at");
			if (number !== null) number.textContent = String(done ?? steps[0]);
			line.classList.toggle("done", done !== undefined);
			const isHere = own !== undefined && steps.includes(own);
			line.classList.toggle("here", isHere);
			if (isHere) line.setAttribute("aria-current", "true");
			else line.removeAttribute("aria-current");
			const scroll = line.closest(".scroll");
			if (isHere && scroll !== null) reveal(scroll, line);
		}
	}
}
