import type { Story } from "../../../execution/story/story.ts";
import { moveOfKey } from "../move-of-key.ts";
import { type Move, stepTarget } from "../step-target.ts";
import { element, elements } from "./elements.ts";
import { fitGraph } from "./fit-graph.ts";
import { openHelp } from "./help.ts";
import { markReason } from "./mark-reason.ts";
import { showMoment } from "./show-moment.ts";
import { showRing } from "./show-ring.ts";

/** Lets a reader step through the page's story by keys, by clicks and by the address; starts where the address says. */
export function startStepping(story: Story): void {
	let at = stepTarget(story, 0, { kind: "step", step: Number(location.hash.slice(1)) });

	function go(move: Move): void {
		const target = stepTarget(story, at, move);
		if (target === at) return;
		at = target;
		showMoment(story, at);
		nameMoment(at);
	}

	document.addEventListener("click", ({ target }) => {
		if (!(target instanceof Element)) return;
		const button = target.closest<HTMLElement>("[data-move]");
		const move = button && moveOfButton(button);
		if (move) return go(move);
		const reason = target.closest<HTMLElement | SVGElement>("[data-reason]");
		if (reason) return markReason(reason.dataset.reason, true);
		const step = target.closest<HTMLElement | SVGElement>("[data-go], .picture [data-step], [data-steps]");
		if (step) go({ kind: "step", step: stepOf(step) });
	});

	/** The step that an element stands for; of a line with several the next one, or the first again. */
	function stepOf({ dataset }: HTMLElement | SVGElement): number {
		const steps = (dataset.go ?? dataset.step ?? dataset.steps ?? "0").split(" ").map(Number);
		return steps.find((step) => step > at) ?? steps[0];
	}

	document.addEventListener("keydown", (event) => {
		if (event.ctrlKey || event.altKey || event.metaKey || element("help", HTMLDialogElement).open) return;
		if (event.key === "Escape") return markReason(undefined, true);
		const { target } = event;
		const isArrow = /^(?:Arrow|Home$|End$)/.test(event.key);
		if (target instanceof HTMLInputElement && isArrow) return;
		if (event.key === " " && target instanceof HTMLElement && target.closest("button, input")) return;
		if (/^Arrow(?:Up|Down)$/.test(event.key) && canScroll(target)) return;
		const move = moveOfKey(event.key);
		if (move === undefined) return;
		event.preventDefault();
		if (move === "help") openHelp();
		else go(move);
	});

	for (const part of elements("[data-reason]")) {
		part.addEventListener("pointerenter", () => markReason(part.dataset.reason, false));
		part.addEventListener("pointerleave", () => markReason(undefined, false));
	}
	element("slider", HTMLInputElement).addEventListener("input", ({ target }) => {
		if (target instanceof HTMLInputElement) go({ kind: "step", step: Number(target.value) });
	});
	element("help-open", HTMLButtonElement).addEventListener("click", openHelp);
	addEventListener("hashchange", () => go({ kind: "step", step: Number(location.hash.slice(1)) }));
	addEventListener("resize", () => {
		showRing(story, at);
		fitGraph();
	});

	for (const id of ["bar", "help-open"]) element(id, HTMLElement).hidden = false;
	showRing(story, at);
	fitGraph();
	showMoment(story, at);
}

/** Puts the moment into the address. Where the page is shown inside of another one, the browser may refuse: then it is not there. */
function nameMoment(at: number): void {
	try {
		history.replaceState(null, "", at === 0 ? location.pathname + location.search : `#${at}`);
	} catch {
		// The page steps all the same.
	}
}

/** The move that a button of the bar stands for. */
function moveOfButton({ dataset }: HTMLElement): Move | undefined {
	switch (dataset.move) {
		case "start":
		case "back":
		case "next":
		case "end":
		case "climax":
			return { kind: dataset.move };
		case "thread":
			return { kind: "thread", thread: Number(dataset.thread) };
		default:
			return undefined;
	}
}

/** Whether the keys up and down are needed where the focus is: in a part of the page that scrolls. */
function canScroll(target: EventTarget | null): boolean {
	return (
		target instanceof HTMLElement &&
		target.classList.contains("scroll") &&
		target.scrollHeight > target.clientHeight
	);
}
