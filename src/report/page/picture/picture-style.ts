import { PALETTE, type Tone } from "./palette.ts";

const THREADS = [0, 1, 2, 3, 4, 5];

/** The rules of all pictures, with `$name` for a colour. Names of classes are those that `drawPicture` and `drawRingPicture` give. */
const RULES = `
.picture text { fill: $ink; font: 12px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; }
.picture .prose { font-family: system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }
.picture .title { font-size: 17px; font-weight: 650; }
.picture .quiet { fill: $muted; font-size: 11px; }
.picture .loud { fill: $danger; }
.picture .life { stroke: $line; stroke-width: 1.5; }
.picture .head { font-size: 14px; font-weight: 650; }
.picture .frame { fill: $raised; stroke: $line; }
.picture .number { font-weight: 650; fill: $on-thread; }
.picture .early .frame, .picture .late .frame { stroke: $warn; stroke-dasharray: 4 3; }
.picture .early .mark, .picture .late .mark { fill: $warn; }
.picture .guilty .frame { stroke: $danger; stroke-width: 1.5; }
.picture .climax .frame { stroke: $danger; stroke-width: 2.5; }
.picture .climax.fine .frame { stroke: $good; }
.picture .wait .frame { fill: $danger-soft; stroke: $danger; stroke-dasharray: 4 3; }
.picture .origin .frame { fill: $surface; }
.picture .route { fill: none; stroke: $edge; stroke-width: 1.5; }
.picture .tip { fill: $edge; }
.picture .reason .route { stroke: $danger; stroke-width: 2; }
.picture .reason .tip { fill: $danger; }
.picture .race .route { stroke-dasharray: 2 4; stroke-linecap: round; stroke-width: 3; }
.picture .badge circle { fill: $paper; stroke: $danger; stroke-width: 1.5; }
.picture .badge text { fill: $danger; font-size: 11px; font-weight: 650; }
.picture .ghost .route { stroke: $warn; stroke-dasharray: 2 3; }
.picture .ghost .tip { fill: $warn; }
.picture .ghost circle { fill: $paper; stroke: $warn; stroke-width: 1.5; }
.picture .room { fill: $surface; stroke: $line; }
.picture .record .body { fill: $raised; stroke: $edge; }
.picture .record.busy .body { fill: $warn-soft; stroke: $warn; }
.picture .record.busy .state { fill: $warn; }
.picture .record.ready .body { fill: $good-soft; stroke: $good; }
.picture .record.ready .state { fill: $good; }
.picture .record.gone .body { fill: $surface; stroke: $line; stroke-dasharray: 3 3; }
.picture .record.gone text { fill: $muted; }
.picture .record.clash .body { fill: $danger-soft; stroke: $danger; stroke-width: 2; }
.picture .position { stroke: $muted; }
${THREADS.map((at) => `.picture .thread-${at} .plate, .picture .plate.thread-${at} { fill: $thread-${at}; } .picture .head.thread-${at} { fill: $thread-${at}; }`).join("\n")}
`;

/** The style of a picture that stands alone: light, and dark where the reader's system asks for it. */
export function aloneStyle(): string {
	const rules = `.picture .paper { fill: $paper; }\n${RULES}`;
	return `${paint(rules, 0)}@media (prefers-color-scheme: dark) {${paint(rules, 1)}}`;
}

/** The style of pictures within a page, which has the palette as custom properties: `--ink`. */
export function partStyle(): string {
	return RULES.replace(/\$([\w-]+)/g, "var(--$1)");
}

/** The palette as declarations of custom properties which follow the element's `color-scheme`. */
export function paletteStyle(): string {
	return Object.entries(PALETTE)
		.map(([name, [light, dark]]) => `--${name}: light-dark(${light}, ${dark});`)
		.join(" ");
}

function paint(rules: string, scheme: 0 | 1): string {
	return rules.replace(/\$([\w-]+)/g, (whole, name: string) =>
		Object.hasOwn(PALETTE, name) ? PALETTE[name as Tone][scheme] : whole,
	);
}
