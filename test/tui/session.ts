import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { openTerminal, type PseudoTerminal } from "./pseudo-terminal.ts";

const SCREENS = new URL("./screens/", import.meta.url).pathname;
/** Set by `npm run screens`. */
const isRefreshing = process.env.RINGLIT_SCREENS === "write";

/** A program that a shell runs on a terminal, with what the shell prints before and after it. */
export class Session {
	readonly terminal: PseudoTerminal;
	readonly #folder: string;

	/** @param command as a shell takes it */
	constructor(
		command: string,
		columns: number,
		rows: number,
		environment: Readonly<Record<string, string>> = {},
		workingFolder?: string,
	) {
		this.#folder = mkdtempSync(join(tmpdir(), "ringlit-session-"));
		const script = [
			"echo here before",
			`stty -g > ${this.#folder}/before`,
			`sh -c 'echo $$ > ${this.#folder}/pid; exec ${command}'`,
			'echo "ended with $?"',
			`stty -g > ${this.#folder}/after`,
			"echo all over",
		].join("; ");
		this.terminal = openTerminal(["/bin/sh", "-c", script], {
			columns,
			rows,
			environment,
			...(workingFolder !== undefined && { workingFolder }),
		});
	}

	/** Sends a signal to the program, not to the shell. */
	signal(name: NodeJS.Signals): void {
		process.kill(Number(readFileSync(join(this.#folder, "pid"), "utf8")), name);
	}

	/** Waits for a picture that is kept in a file, or makes the file. */
	async shows(name: string): Promise<void> {
		const { terminal } = this;
		const path = join(SCREENS, `${name}.txt`);
		if (isRefreshing) {
			await terminal.until(/q quit/);
			await terminal.untilQuiet();
			writeFileSync(path, `${terminal.screen().trimEnd()}\n`);
		}
		const expected = readFileSync(path, "utf8").trimEnd().split("\n");
		const { length } = terminal.screen().split("\n");
		await terminal.until([...expected, ...Array(Math.max(0, length - expected.length)).fill("")].join("\n"));
	}

	/** Waits for the end, and expects the terminal to be as it was, and what was on it to be there again. */
	async restored(ending: RegExp): Promise<void> {
		const { terminal } = this;
		await terminal.until(/all over/);
		expect(terminal.screen()).toMatch(ending);
		expect(terminal.screen()).toMatch(/^here before$/m);
		expect(terminal.screen()).not.toContain("q quit");
		expect(terminal.isAlternate()).toBe(false);
		const written = terminal.written();
		expect(written.lastIndexOf("\u001b[?25h")).toBeGreaterThan(written.lastIndexOf("\u001b[?25l"));
		expect(written.indexOf("\u001b[?1049h")).toBeGreaterThan(-1);
		// The terminal's memory of earlier lines is the reader's.
		expect(written).not.toContain("\u001b[3J");
		const settings = (when: string): string => readFileSync(join(this.#folder, when), "utf8");
		expect(settings("after")).toBe(settings("before"));
	}

	/** Ends what still runs, and leaves no file behind. */
	close(): void {
		this.terminal.hangUp();
		rmSync(this.#folder, { recursive: true, force: true });
	}
}
