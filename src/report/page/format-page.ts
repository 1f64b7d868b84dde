import { createHash } from "node:crypto";
import type { Story } from "../../execution/story/story.ts";
import script from "./client/main.ts?script";
import { escapeMarkup } from "./escape-markup.ts";
import { headMarkup } from "./head-markup.ts";
import { helpMarkup } from "./help-markup.ts";
import style from "./page.css?style";
import { paletteStyle, partStyle } from "./picture/picture-style.ts";
import { staticMarkup } from "./static-markup.ts";
import { steppedMarkup } from "./stepped-markup.ts";

/**
 * A story as one HTML page that needs nothing else: no network, no script but its own, which the page's policy names by its hash.
 * Without scripts it shows the whole story, but does not step. Ends with a line feed.
 */
export function formatPage(story: Story): string {
	const { markup, style: scaling } = story.steps.length === 0 ? staticMarkup(story) : steppedMarkup(story);
	const styles = `:root { ${paletteStyle()} }\n${style}\n${partStyle()}\n${scaling}`;
	const policy = `default-src 'none'; script-src '${hashOf(script)}'; style-src '${hashOf(styles)}'; base-uri 'none'; form-action 'none'`;
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
${markup}
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
