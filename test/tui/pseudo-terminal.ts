import { spawn } from "@lydell/node-pty";
import xterm from "@xterm/headless";
import { expect } from "vitest";

/** As long as a busy machine may take for one picture; what is expected is mostly there at once. */
const PATIENCE = 45_000;

/** How a program behind a pseudo-terminal ended. */
export interface Ended {
	readonly code: number;
	readonly signal: number;
}

/** A program that runs on a terminal of its own. */
export interface PseudoTerminal {
	/** Types text, or sends what a terminal sends for a key. */
	type(text: string): void;
	resize(columns: number, rows: number): void;
	/** The lines that the terminal shows, without spaces at their ends. */
	screen(): string;
	/** All that the program has written. */
	written(): string;
	/** Whether the screen is the one that programs have for themselves. */
	isAlternate(): boolean;
	/** Waits until the screen is as expected. Fails with the difference if it does not become so. */
	until(expected: string | RegExp): Promise<void>;
	/** Waits until nothing has been written for a while. For making new expectations only. */
	untilQuiet(): Promise<void>;
	readonly ended: Promise<Ended>;
	/** Takes the terminal away, as a closed window does. */
	hangUp(): void;
}

/** Starts a program on a pseudo-terminal. `CI` and what else could change how it draws is not in its environment. */
export function openTerminal(
	command: readonly string[],
	{
		columns,
		rows,
		environment = {},
		workingFolder,
	}: {
		columns: number;
		rows: number;
		environment?: Readonly<Record<string, string>>;
		workingFolder?: string;
	},
): PseudoTerminal {
	const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
	const [file, ...words] = command;
	const child = spawn(file, words, {
		cols: columns,
		rows,
		...(workingFolder !== undefined && { cwd: workingFolder }),
		env: { PATH: process.env.PATH ?? "", TERM: "xterm-256color", LANG: "C.UTF-8", ...environment },
	});
	let written = "";
	let lastWrite = Date.now();
	child.onData((text) => {
		written += text;
		lastWrite = Date.now();
		terminal.write(text);
	});
	const ended = new Promise<Ended>((resolve) =>
		child.onExit(({ exitCode, signal }) => resolve({ code: exitCode, signal: signal ?? 0 })),
	);
	const screen = (): string => {
		const { active } = terminal.buffer;
		return Array.from(
			{ length: terminal.rows },
			(_, row) =>
				active
					.getLine(active.baseY + row)
					?.translateToString(true)
					.trimEnd() ?? "",
		).join("\n");
	};
	const poll = async (isDone: () => boolean): Promise<void> => {
		const end = Date.now() + PATIENCE;
		while (!isDone() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 10));
	};
	return {
		type: (text) => child.write(text),
		resize(newColumns, newRows) {
			terminal.resize(newColumns, newRows);
			child.resize(newColumns, newRows);
		},
		screen,
		written: () => written,
		isAlternate: () => terminal.buffer.active.type === "alternate",
		async until(expected) {
			if (typeof expected === "string") {
				await poll(() => screen() === expected);
				expect(screen()).toBe(expected);
			} else {
				await poll(() => expected.test(screen()));
				expect(screen()).toMatch(expected);
			}
		},
		untilQuiet() {
			const begun = Date.now();
			return poll(() => Date.now() - Math.max(begun, lastWrite) > 1000);
		},
		ended,
		hangUp: () => child.kill("SIGHUP"),
	};
}
