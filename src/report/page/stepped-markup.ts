import type { Story } from "../../execution/story/story.ts";
import { graphMarkup } from "./graph-markup.ts";
import { listMarkup } from "./list-markup.ts";
import { memoryMarkup } from "./memory-markup.ts";
import { nowMarkup } from "./now-markup.ts";
import type { MainPart } from "./page-body.ts";
import { reasonMarkup } from "./reason-markup.ts";
import { ringMarkup } from "./ring-markup.ts";
import { sourceMarkup } from "./source-markup.ts";
import { stepBarMarkup } from "./step-bar-markup.ts";

/** How wide the ring is drawn as long as nobody has measured the page. */
const RING_WIDTH = 1180;

/** The main part of a page whose story has steps, as it is before the first of them. */
export function steppedMarkup(story: Story): MainPart {
	const graph = graphMarkup(story);
	const ring =
		story.ring === undefined
			? ""
			: `<section class="panel ring" aria-labelledby="ring-title"><h2 id="ring-title">The ring</h2><div class="scroll" id="ring" tabindex="0" role="region" aria-label="The ring's data">${ringMarkup(story, 0, RING_WIDTH)}</div></section>`;
	const memory = story.views === undefined ? "Memory" : "Memory, and what each thread may still read";
	const markup = `<div class="stay">${stepBarMarkup(story)}
<section class="now" aria-label="The current step"><div id="now">${nowMarkup(story, 0)}</div><p id="said" class="said" role="status" aria-live="polite"></p></section></div>
${ring}
<div class="columns${story.threads.length > 2 ? " many" : ""}">
<section class="panel graph" aria-labelledby="graph-title"><h2 id="graph-title">Threads, time downwards</h2><div class="scroll" id="graph" tabindex="0" role="region" aria-label="The picture of all steps">${graph.markup}</div></section>
<div class="side">
${reasonMarkup(story)}
<section class="panel memory" aria-labelledby="memory-title"><h2 id="memory-title">${memory}</h2><div class="scroll" id="memory" tabindex="0" role="region" aria-label="${memory}">${memoryMarkup(story, 0)}</div></section>
${listMarkup(story)}
</div>
<div class="panes">${sourceMarkup(story)}</div>
</div>`;
	return { markup, style: graph.style };
}
