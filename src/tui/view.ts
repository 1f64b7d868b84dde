import { fitLine } from "./fit-line.ts";
import { placePanes, SMALLEST } from "./layout.ts";
import { type Line, span } from "./span.ts";
import { viewDetail } from "./view-detail.ts";
import { viewFooter } from "./view-footer.ts";
import { viewHeader } from "./view-header.ts";
import { viewHelp } from "./view-help.ts";
import { viewPane } from "./view-pane.ts";
import type { ViewerState } from "./viewer-state.ts";

/** The whole screen: as many lines as the terminal has rows, each exactly as wide as it. */
export function view(state: ViewerState): readonly Line[] {
	const { columns, rows } = state.size;
	const lines = isTooSmall(state) ? tooSmall(state) : state.isHelp ? viewHelp(state) : story(state);
	return Array.from({ length: rows }, (_, row) => fitLine(lines[row] ?? [], columns));
}

function isTooSmall({ size }: ViewerState): boolean {
	return size.columns < SMALLEST.columns || size.rows < SMALLEST.rows;
}

function tooSmall({ size }: ViewerState): readonly Line[] {
	return [
		[span(`This terminal is ${size.columns}x${size.rows}.`)],
		[span(`It must be ${SMALLEST.columns}x${SMALLEST.rows} at least.`)],
		[span("q quits")],
	];
}

function story(state: ViewerState): readonly Line[] {
	const panes = placePanes(state);
	const lefts = panes.filter(({ left }) => left === 0);
	const rights = panes.filter(({ left }) => left > 0);
	const column = (placed: typeof panes): readonly Line[] =>
		placed.flatMap((pane) => viewPane(pane, pane.name === state.focus));
	const left = column(lefts);
	const right = column(rights);
	const body =
		rights.length === 0 ? left : left.map((line, row) => [...line, span("│", "quiet"), ...right[row]]);
	return [
		...viewHeader(state),
		...body,
		...viewDetail(state),
		viewFooter(
			state,
			panes.map(({ name }) => name),
		),
	];
}
