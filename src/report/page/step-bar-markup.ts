import type { Story } from "../../execution/story/story.ts";
import { escapeMarkup } from "./escape-markup.ts";
import { threadClass } from "./picture/palette.ts";

/** What the button says that leads to the climax. */
const CLIMAX = {
	allowed: "Outcome",
	forbidden: "Cycle",
	race: "Race",
	deadlock: "Deadlock",
	property: "Violation",
} as const;

/** The bar that a page is stepped with. It is hidden until the page's script runs. */
export function stepBarMarkup(story: Story): string {
	const count = story.steps.length;
	const climax = CLIMAX[story.kind];
	const threads = story.threads
		.slice(0, 10)
		.map(
			({ name }, thread) =>
				`<button type="button" class="${threadClass(thread)}" data-move="thread" data-thread="${thread}" title="Next event of ${escapeMarkup(name)} (${thread})"><span class="dot"></span>${escapeMarkup(name)}</button>`,
		);
	return `<nav class="bar" id="bar" aria-label="Stepping" hidden>
<div class="moves">
<button type="button" data-move="start" aria-label="To the start" title="To the start (Home)">⇤</button>
<button type="button" data-move="back" aria-label="One step back" title="One step back (←, p)">←</button>
<button type="button" data-move="next" class="main" title="Next step (→, n)">Next →</button>
<button type="button" data-move="end" aria-label="To the end" title="To the end (End)">⇥</button>
</div>
<label class="slider"><span id="count">0 of ${count}</span><input type="range" id="slider" min="0" max="${count}" value="0" aria-label="Step"></label>
<div class="jumps"><button type="button" data-move="climax" class="climax${story.kind === "allowed" ? "" : " bad"}" title="To what it is about (v)">${climax}</button><span class="label" id="threads-label">Next of</span>${threads.join("")}</div>
</nav>
<noscript><p class="remark">Stepping needs scripts; without them this page shows the whole story at once.</p></noscript>`;
}
