import type { Story } from "../../../execution/story/story.ts";
import { type ReasonRow, reasonRows } from "../reason-rows.ts";
import type { PictureEdge } from "./picture-edge.ts";

/**
 * The edges that a story's picture shows: reads-from between threads, and the edges of its reason. Of an edge that is
 * both, the reason's is left. Steps that the story does not have are passed over.
 */
export function pictureEdges(story: Story): readonly PictureEdge[] {
	const isThere = (step: number): boolean => step >= 0 && step <= story.steps.length;
	const reasons = reasonRows(story)
		.flatMap(edgesOfRow)
		.filter(({ from, to }) => isThere(from) && isThere(to) && from !== to);
	const drawn = new Set(reasons.map(({ from, to }) => `${from} ${to}`));
	const reads: PictureEdge[] = [];
	for (const { number, thread, from } of story.steps) {
		if (from === undefined || from === 0 || !isThere(from) || from === number) continue;
		if (story.steps[from - 1].thread === thread || drawn.has(`${from} ${number}`)) continue;
		const title = `step ${number} reads what step ${from} wrote (rf)`;
		reads.push({ id: `rf-${number}`, from, to: number, kind: "rf", title });
	}
	return [...reads, ...reasons];
}

function edgesOfRow({ id, from, to, badge, kind, title }: ReasonRow): PictureEdge[] {
	return kind === "wait" ? [] : [{ id, from, to, kind, badge, title }];
}
