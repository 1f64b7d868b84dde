import { escapeMarkup } from "../escape-markup.ts";
import { threadClass } from "./palette.ts";
import type { Picture } from "./picture.ts";

/** The names of a picture's threads above their columns; they end where the threads' lines begin. */
export function drawHeads({ columns, lifeStart }: Picture): string {
	return columns
		.map(
			({ x, width, title }, thread) =>
				`<text class="head ${threadClass(thread)}" x="${x}" y="${lifeStart - 11}">${escapeMarkup(title)}</text>` +
				`<rect class="plate ${threadClass(thread)}" x="${x}" y="${lifeStart - 3}" width="${width}" height="3" rx="1.5"/>`,
		)
		.join("");
}
