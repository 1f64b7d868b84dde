import type { Story } from "../../../execution/story/story.ts";
import { cutText, textCells, wrapText } from "../text-cells.ts";
import { layOutRows, type PictureRow } from "./lay-out-rows.ts";
import { MEASURES } from "./measures.ts";
import type { Picture, PictureBox, PictureColumn, PictureWait } from "./picture.ts";
import { pictureEdges } from "./picture-edges.ts";
import { routeEdges } from "./route-edges.ts";

/**
 * Lays out a story's events. There is one row a step, so lines may run sideways through the row of the step that they
 * begin at, and up and down beside the columns, without touching a box. Texts that are too long for their column are cut.
 * A compact picture has narrower columns, and leaves the source out.
 */
export function layOutPicture(story: Story, isCompact = false): Picture {
	const edges = pictureEdges(story);
	const rows = layOutRows(
		story,
		edges.some(({ from, to }) => from === 0 || to === 0),
		isCompact,
	);
	const widths = story.threads.map((_, thread) => columnWidth(story, thread, rows, isCompact));
	const routing = routeEdges(story, rows, edges, isCompact);
	const columns: PictureColumn[] = [];
	let x = 0;
	for (const [thread, { name, role }] of story.threads.entries()) {
		x += routing.channels[thread];
		const title = cutText(role === undefined ? name : `${name} ${role}`, lettersIn(widths[thread]));
		columns.push({ x, width: widths[thread], title });
		x += widths[thread];
	}
	const width = x + routing.channels[story.threads.length];
	const boxes = rows.map((row) => boxOf(row, columns));
	const last = rows.at(-1);
	const lifeEnd = last === undefined ? MEASURES.head : last.y + last.height + MEASURES.gap;
	const waits = layOutWaits(story, columns, lifeEnd);
	const { routes, ghosts } = routing.place(boxes, columns);
	const height = Math.max(lifeEnd, ...waits.map((wait) => wait.y + wait.height + MEASURES.gap));
	return {
		isCompact,
		width,
		height,
		columns,
		lifeStart: MEASURES.head - 12,
		lifeEnd,
		boxes,
		routes,
		ghosts,
		waits,
	};
}

function columnWidth(story: Story, thread: number, rows: readonly PictureRow[], isCompact: boolean): number {
	const { name, role } = story.threads[thread];
	const wanted = Math.max(
		isCompact ? MEASURES.fewestCompactCells : MEASURES.fewestCells,
		textCells(name) + (role === undefined ? 0 : textCells(role) + 1),
		...rows.filter(({ column }) => column === thread).map(({ cells }) => cells),
	);
	const cells = Math.min(isCompact ? MEASURES.compactCells : MEASURES.mostCells, wanted);
	return Math.ceil(MEASURES.plate + 2 * MEASURES.inset + cells * MEASURES.cell);
}

/** How many letters have room in a box. */
function lettersIn(width: number): number {
	return Math.floor((width - MEASURES.plate - 2 * MEASURES.inset) / MEASURES.cell);
}

function boxOf(row: PictureRow, columns: readonly PictureColumn[]): PictureBox {
	const { step, column, y, height, label, below } = row;
	const { x, width } = columns[column];
	const letters = lettersIn(width);
	const mark = cutText(label.mark, Math.max(1, Math.floor(letters / 2)));
	const room = letters - (mark === "" ? 0 : textCells(mark) + 2);
	return {
		step,
		column,
		x,
		y,
		width,
		height,
		label: { text: cutText(label.text, room), mark },
		...(below !== undefined && { below: cutText(below, letters) }),
	};
}

/** What threads wait for, below their last steps. */
function layOutWaits(story: Story, columns: readonly PictureColumn[], y: number): readonly PictureWait[] {
	if (story.reason?.kind !== "waits") return [];
	const next = columns.map(() => y);
	return story.reason.waits.map(({ thread, cell, what, heldBy, place }) => {
		const { x, width } = columns[thread];
		const letters = Math.floor((width - 2 * MEASURES.inset) / MEASURES.cell);
		const name = story.cells[cell]?.name ?? "?";
		const said =
			what === "value"
				? `waits for another value of ${name}`
				: `waits for ${name}${heldBy === undefined ? "" : `, taken at step ${heldBy}`}`;
		const lines = wrapText(said, letters);
		if (place !== undefined) lines.push(cutText(place.text.replace(/\s+/g, " "), letters));
		const height = lines.length * 16 + 12;
		const held = heldBy === undefined ? {} : { heldBy };
		const wait: PictureWait = { column: thread, x, y: next[thread], width, height, lines, ...held };
		next[thread] += height + MEASURES.gap;
		return wait;
	});
}
