import { Box, render, Text, useApp, useInput } from "ink";
import { createElement, type ReactElement, useEffect, useLayoutEffect, useReducer, useState } from "react";
import type { Story } from "../execution/story/story.ts";
import { createPaint, type Paint } from "../report/paint.ts";
import { framesOn } from "./frames.ts";
import type { Key } from "./key.ts";
import { createKeyReader } from "./key-reader.ts";
import { openPlayback } from "./playback.ts";
import type { Line } from "./span.ts";
import { resize, update } from "./update.ts";
import { view } from "./view.ts";
import { type Size, ViewerState } from "./viewer-state.ts";
import type { ViewerStreams } from "./viewer-streams.ts";

type Message = { readonly key: Key } | { readonly size: Size };

/** Runs the viewer on a terminal until the reader quits, the terminal goes away or the signal is aborted, and leaves the terminal as it was. */
export async function runViewer(story: Story, streams: ViewerStreams): Promise<void> {
	const { stdin, stdout } = streams;
	const frames = framesOn(stdout);
	const paint = createPaint(streams.isColored);
	const start = new ViewerState({ playback: openPlayback(story), size: sizeOf(stdout) });
	// A terminal that went away cannot be restored, and complains.
	stdin.on("error", ignore);
	// Before the first picture: what is typed until ink listens would be echoed into it.
	stdin.setRawMode(true);
	frames.open();
	try {
		// Each update is written as a whole, and `frames` makes a picture of it: ink's own way of drawing over what it drew before would clear
		// the terminal's memory of earlier lines where the picture fills the screen, and draw nothing where `CI` is set.
		const app = render(createElement(Viewer, { start, streams, paint, close: frames.close }), {
			stdout: frames.stream,
			stdin,
			debug: true,
			exitOnCtrlC: false,
			patchConsole: false,
		});
		await app.waitUntilExit();
	} finally {
		frames.close();
		stdin.setRawMode(false);
		stdin.off("error", ignore);
	}
}

function ignore(): void {}

interface ViewerProperties {
	readonly start: ViewerState;
	readonly streams: ViewerStreams;
	readonly paint: Paint;
	readonly close: () => void;
}

/** Turns input into updates and shows what `view` gives. */
function Viewer({ start, streams, paint, close }: ViewerProperties): ReactElement {
	const { stdin, stdout, signal } = streams;
	const [state, tell] = useReducer(
		(before: ViewerState, message: Message) =>
			"key" in message ? update(before, message.key) : resize(before, message.size),
		start,
	);
	const { exit } = useApp();
	const [keys] = useState(() => createKeyReader((key) => tell({ key })));
	useInput(keys.read);
	useEffect(() => {
		const quit = (): void => exit();
		const measure = (): void => tell({ size: sizeOf(stdout) });
		// A size that changed before anybody listened.
		measure();
		stdout.on("resize", measure);
		for (const event of ENDS) stdin.on(event, quit);
		signal?.addEventListener("abort", quit);
		if (signal?.aborted) quit();
		return () => {
			stdout.off("resize", measure);
			for (const event of ENDS) stdin.off(event, quit);
			signal?.removeEventListener("abort", quit);
			keys.close();
		};
	}, [stdin, stdout, signal, exit, keys]);
	useEffect(() => {
		if (state.isOver) exit();
	}, [state.isOver, exit]);
	// Also when a signal ends the process, which waits for nothing.
	useLayoutEffect(() => close, [close]);
	const lines = view(state).map((line, row) =>
		createElement(Text, { key: row, wrap: "truncate" }, painted(line, paint)),
	);
	return createElement(Box, { flexDirection: "column" }, lines);
}

/** What a terminal that went away does to its input. */
const ENDS = ["end", "close", "error"] as const;

function painted(line: Line, paint: Paint): string {
	const text = line
		.map((part) => (part.mark === undefined ? part.text : paint[part.mark](part.text)))
		.join("");
	// Ink would give an empty line no row.
	return text.trim() === "" ? " " : text;
}

function sizeOf({ columns, rows }: ViewerStreams["stdout"]): Size {
	return { columns: columns || 80, rows: rows || 24 };
}
