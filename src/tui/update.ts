import type { Key } from "./key.ts";
import { placePanes, scrolledBy } from "./layout.ts";
import { PANES, type PaneName } from "./pane.ts";
import type { Size, ViewerState } from "./viewer-state.ts";

/** How many steps or lines PageUp and PageDown go. */
const PAGE = 10;

/** The state after a key. A key that means nothing changes nothing. */
export function update(state: ViewerState, key: Key): ViewerState {
	if (key === "ctrl-c" || key === "ctrl-d" || key === "q") return state.set("isOver", true);
	if (state.isHelp) return state.set("isHelp", false);
	if (key >= "0" && key <= "9" && key.length === 1) return toThread(state, Number(key));
	const pane = PANES.find((candidate) => candidate.key === key);
	if (pane !== undefined) return focusOn(state, pane.name);
	switch (key) {
		case "escape":
			return state.isZoomed ? state.set("isZoomed", false) : state.set("isOver", true);
		case "right":
		case "n":
		case " ":
			return toStep(state, state.step + 1);
		case "left":
		case "p":
		case "backspace":
			return toStep(state, state.step - 1);
		case "down":
		case "j":
			return move(state, 1);
		case "up":
		case "k":
			return move(state, -1);
		case "pagedown":
			return move(state, PAGE);
		case "pageup":
			return move(state, -PAGE);
		case "home":
		case "g":
			return toStep(state, 0);
		case "end":
		case "G":
			return toStep(state, state.playback.story.steps.length);
		case "v":
			return toStep(state, state.playback.climax);
		case "]":
			return state.current === undefined ? toStep(state, 1) : toThread(state, state.current.thread);
		case "[":
			return backInThread(state);
		case "tab":
			return focusOn(state, neighbour(state, 1));
		case "shift-tab":
			return focusOn(state, neighbour(state, -1));
		case "enter":
		case "z":
			return state.set("isZoomed", !state.isZoomed);
		case "?":
			return state.set("isHelp", true);
		default:
			return state;
	}
}

/** The state on a terminal of another size. */
export function resize(state: ViewerState, { columns, rows }: Size): ViewerState {
	return columns === state.size.columns && rows === state.size.rows
		? state
		: state.set("size", { columns, rows });
}

function toStep(state: ViewerState, step: number): ViewerState {
	return state.set("step", Math.max(0, Math.min(state.playback.story.steps.length, step)));
}

/** To the next step of a thread; stays where it has none. */
function toThread(state: ViewerState, thread: number): ViewerState {
	const next = state.playback.story.steps.find((step) => step.number > state.step && step.thread === thread);
	return next === undefined ? state : toStep(state, next.number);
}

function backInThread(state: ViewerState): ViewerState {
	const thread = state.current?.thread;
	const before = state.playback.story.steps.findLast(
		(step) => step.number < state.step && step.thread === thread,
	);
	return before === undefined ? state : toStep(state, before.number);
}

/** Steps where the steps have the focus, else scrolls the pane that has it. */
function move(state: ViewerState, lines: number): ViewerState {
	if (state.focus === "steps") return toStep(state, state.step + lines);
	const pane = placePanes(state).find(({ name }) => name === state.focus);
	if (pane === undefined) return state;
	// Only as far as there is something to see, so that the way back has the same length.
	const wanted = state.set("scroll", state.scroll.set(pane.name, scrolledBy(pane) + lines));
	const reached = placePanes(wanted).find(({ name }) => name === state.focus) ?? pane;
	const scroll = scrolledBy(reached);
	return state.set(
		"scroll",
		scroll === 0 ? state.scroll.delete(pane.name) : state.scroll.set(pane.name, scroll),
	);
}

function focusOn(state: ViewerState, pane: PaneName): ViewerState {
	return state.playback.panes.includes(pane) ? state.set("focus", pane) : state;
}

function neighbour({ playback, focus }: ViewerState, distance: number): PaneName {
	const { panes } = playback;
	return panes[(panes.indexOf(focus) + distance + panes.length) % panes.length];
}
