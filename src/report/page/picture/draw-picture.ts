import type { Story } from "../../../execution/story/story.ts";
import { escapeMarkup } from "../escape-markup.ts";
import { sayStep, sayTiming } from "../say-step.ts";
import { drawTip, linePath } from "./draw-line.ts";
import { MEASURES } from "./measures.ts";
import { threadClass } from "./palette.ts";
import type { Picture, PictureBox, PictureGhost, PictureRoute, PictureWait } from "./picture.ts";

/**
 * The elements of a picture, as SVG without the element around them. Each step is a group with `data-step`, each edge one with
 * `data-from`, `data-to` and, if it belongs to a reason, `data-reason`; both tell what they are in a `title`.
 */
export function drawPicture(story: Story, picture: Picture): string {
	const { isCompact, columns, lifeStart, lifeEnd, boxes, routes, ghosts, waits } = picture;
	const guilty = new Set(routes.flatMap(({ edge }) => (edge.kind === "rf" ? [] : [edge.from, edge.to])));
	const lives = columns.map(({ x }) => {
		const life = x + MEASURES.plate / 2;
		return `<line class="life" x1="${life}" y1="${lifeStart}" x2="${life}" y2="${lifeEnd}"/>`;
	});
	return [
		...lives,
		...routes.map(drawRoute),
		...ghosts.map((ghost) => drawGhost(story, ghost)),
		...boxes.map((box) => drawBox(story, box, guilty.has(box.step), isCompact)),
		...waits.map((wait, at) => drawWait(wait, `reason-${at}`)),
		...routes.map(drawBadge),
	].join("\n");
}

function drawBox(story: Story, box: PictureBox, isGuilty: boolean, isCompact: boolean): string {
	const { step: number, x, y, width, height, label, below } = box;
	const step = number === 0 ? undefined : story.steps[number - 1];
	const classes = ["event"];
	if (step === undefined) classes.push("origin");
	else classes.push(threadClass(step.thread));
	if (step !== undefined && step.timing !== "inOrder") classes.push(step.timing);
	if (isGuilty) classes.push("guilty");
	if (number === story.climax) classes.push("climax", ...(story.kind === "allowed" ? ["fine"] : []));
	const base = y + (below === undefined ? height / 2 + 4 : 18);
	const left = x + MEASURES.plate + MEASURES.inset;
	const right = x + width - MEASURES.inset;
	const r = 5;
	const plate =
		step === undefined
			? ""
			: `<path class="plate" d="M${x + r} ${y}h${MEASURES.plate - r}v${height}h${r - MEASURES.plate}a${r} ${r} 0 0 1 -${r} -${r}v${2 * r - height}a${r} ${r} 0 0 1 ${r} -${r}z"/>` +
				`<text class="number" x="${x + MEASURES.plate / 2}" y="${y + height / 2 + 4}" text-anchor="middle">${number}</text>`;
	const mark =
		label.mark &&
		`<text class="quiet mark" x="${right}" y="${base}" text-anchor="end">${escapeMarkup(label.mark)}</text>`;
	const second =
		below &&
		`<text class="quiet${isCompact ? " mark" : ""}" x="${left}" y="${y + 35}">${escapeMarkup(below)}</text>`;
	return (
		`<g class="${classes.join(" ")}" data-step="${number}"><title>${escapeMarkup(titleOf(story, number))}</title>` +
		`<rect class="frame" x="${x}" y="${y}" width="${width}" height="${height}" rx="${r}"/>${plate}` +
		`<text class="what" x="${left}" y="${base}">${escapeMarkup(label.text)}</text>${mark}${second ?? ""}</g>`
	);
}

function titleOf(story: Story, number: number): string {
	if (number === 0) return "the initial values";
	const step = story.steps[number - 1];
	const place = step.place;
	const parts = [`${number}: ${sayStep(story, step)}`, sayTiming(step)];
	if (place !== undefined)
		parts.push(`${story.sources[place.source]?.path ?? ""}:${place.line}: ${place.text}`);
	return parts.filter((part) => part !== "").join("\n");
}

function drawRoute({ edge, points }: PictureRoute): string {
	const { id, from, to, kind, title } = edge;
	const classes = kind === "rf" ? "edge rf" : kind === "race" ? "edge reason race" : "edge reason";
	const reason = kind === "rf" ? "" : ` data-reason="${id}"`;
	const path = linePath(points, kind === "race" ? 0 : 5);
	return (
		`<g class="${classes}" data-from="${from}" data-to="${to}"${reason}><title>${escapeMarkup(title)}</title>` +
		`<path class="reach" d="${path}" fill="none" stroke="transparent" stroke-width="12"/>` +
		`<path class="route" d="${path}"/>${kind === "race" ? "" : drawTip(points)}</g>`
	);
}

function drawBadge({ edge, points }: PictureRoute): string {
	if (edge.badge === undefined) return "";
	const [, one, other] = points;
	const y = (one.y + other.y) / 2;
	const { id, from, to, badge } = edge;
	return (
		`<g class="edge badge" data-from="${from}" data-to="${to}" data-reason="${id}"><title>${escapeMarkup(edge.title)}</title>` +
		`<circle cx="${one.x}" cy="${y}" r="${MEASURES.badge}"/>` +
		`<text x="${one.x}" y="${y + 4}" text-anchor="middle">${escapeMarkup(badge)}</text></g>`
	);
}

function drawGhost(story: Story, { step, points }: PictureGhost): string {
	const [start] = points;
	const title = `step ${step}, ${sayTiming(story.steps[step - 1])}`;
	return (
		`<g class="ghost" data-step="${step}"><title>${escapeMarkup(title)}</title>` +
		`<path class="route" d="${linePath(points, 5)}"/>${drawTip(points)}<circle cx="${start.x}" cy="${start.y}" r="3.5"/></g>`
	);
}

function drawWait({ x, y, width, height, lines, heldBy }: PictureWait, id: string): string {
	const texts = lines.map(
		(line, at) => `<text x="${x + MEASURES.inset}" y="${y + 19 + at * 16}">${escapeMarkup(line)}</text>`,
	);
	const holder = heldBy === undefined ? "" : ` data-from="${heldBy}"`;
	return `<g class="wait" data-reason="${id}"${holder}><rect class="frame" x="${x}" y="${y}" width="${width}" height="${height}" rx="5"/>${texts.join("")}</g>`;
}
