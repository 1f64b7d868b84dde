import { fitLine, lineWidth } from "./fit-line.ts";
import type { PlacedPane } from "./layout.ts";
import { type Line, span } from "./span.ts";

/** A pane with its title, as many lines as it is high, each exactly as wide as it. The focused pane's title has a double rule. */
export function viewPane(pane: PlacedPane, isFocused: boolean): readonly Line[] {
	const { content, height, width, first } = pane;
	const rows = height - 1;
	const seen = content.lines.slice(first, first + rows);
	const part =
		content.lines.length > rows ? ` ${first + 1}-${first + seen.length} of ${content.lines.length} ` : "";
	const rule = isFocused ? "═" : "─";
	const mark = isFocused ? "strong" : "quiet";
	const title = fitTitle(` ${content.title} `, width - 2 - part.length);
	const fill = Math.max(0, width - 2 - lineWidth(title) - part.length);
	const head: Line = [
		span(rule, mark),
		...title.map(({ text }) => span(text, mark)),
		span(`${rule.repeat(fill)}${part}${rule}`, mark),
	];
	return Array.from({ length: height }, (_, row) => fitLine(row === 0 ? head : (seen[row - 1] ?? []), width));
}

function fitTitle(title: string, width: number): Line {
	const line = [span(title)];
	return lineWidth(line) <= width ? line : fitLine(line, width);
}
