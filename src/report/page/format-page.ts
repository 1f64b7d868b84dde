import { createHash } from "node:crypto";
import type { Story } from "../../execution/story/story.ts";
import script from "./client/main.ts?script";
import { escapeMarkup } from "./escape-markup.ts";
import { graphMarkup } from "./graph-markup.ts";
import { headMarkup } from "./head-markup.ts";
import { helpMarkup } from "./help-markup.ts";
import { listMarkup } from "./list-markup.ts";
import { memoryMarkup } from "./memory-markup.ts";
import { nowMarkup } from "./now-markup.ts";
import style from "./page.css?style";
import { paletteStyle, partStyle } from "./picture/picture-style.ts";
import { reasonMarkup } from "./reason-markup.ts";
import { ringMarkup } from "./ring-markup.ts";
import { sourceMarkup } from "./source-markup.ts";
import { stepBarMarkup } from "./step-bar-markup.ts";

/** How wide the ring is drawn as long as nobody has measured the page. */
const RING_WIDTH = 1180;

/**
 * A story as one HTML page that needs nothing else: no network, no script but its own, which the page's policy names by its hash.
 * Without scripts it shows the whole story, but does not step. Ends with a line feed.
 */
export function formatPage(story: Story): string {
	const graph = graphMarkup(story);
	const styles = `:root { ${paletteStyle()} }\n${style}\n${partStyle()}\n${graph.style}`;
	const policy = `default-src 'none'; script-src '${hashOf(script)}'; style-src '${hashOf(styles)}'; base-uri 'none'; form-action 'none'`;
	const ring =
		story.ring === undefined
			? ""
			: `<section class="panel ring" aria-labelledby="ring-title"><h2 id="ring-title">The ring</h2><div class="scroll" id="ring" tabindex="0" role="region" aria-label="The ring's data">${ringMarkup(story, 0, RING_WIDTH)}</div></section>`;
	const memory = story.views === undefined ? "Memory" : "Memory, and what each thread may still read";
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeMarkup(`${story.title}: ${story.headline}`)}</title>
<style>${styles}</style>
</head>
<body>
${headMarkup(story)}
<main>
<div class="stay">${stepBarMarkup(story)}
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
</div>
</main>
${helpMarkup(story)}
<script type="application/json" id="story">${embedded(story)}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** JSON that no parser of HTML takes for markup. */
function embedded(story: Story): string {
	return JSON.stringify(story).replace(/[<>&\u2028\u2029]/g, (character) => {
		return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
	});
}

function hashOf(text: string): string {
	return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
