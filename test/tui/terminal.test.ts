import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { inkWithoutDevtools } from "../../ink-without-devtools.mjs";
import type { Story } from "../../src/execution/story/story.ts";
import { openTerminal, type PseudoTerminal } from "./pseudo-terminal.ts";
import { ring } from "./ring-story.ts";
import { mp } from "./stories.ts";

const SCREENS = new URL("./screens/", import.meta.url).pathname;
/** Set by `npm run screens`. */
const isRefreshing = process.env.RINGLIT_SCREENS === "write";

const folder = mkdtempSync(join(tmpdir(), "ringlit-viewer-"));
const driver = join(folder, "driver.mjs");
const stories: Readonly<Record<string, Story>> = { mp, ring };

let open: PseudoTerminal | undefined;

beforeAll(async () => {
	for (const [name, story] of Object.entries(stories))
		writeFileSync(join(folder, `${name}.json`), JSON.stringify(story));
	await build({
		entryPoints: [new URL("./driver.ts", import.meta.url).pathname],
		outfile: driver,
		bundle: true,
		platform: "node",
		format: "esm",
		target: "node20",
		plugins: [inkWithoutDevtools],
		define: { "process.env.NODE_ENV": '"production"' },
		banner: {
			js: 'import { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);',
		},
		logLevel: "warning",
	});
});

afterEach(() => {
	open?.hangUp();
	open = undefined;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The viewer on a terminal, with what a shell prints before and after it. */
function start(
	story: string,
	columns: number,
	rows: number,
	environment: Record<string, string> = {},
	colors = "plain",
): PseudoTerminal {
	const pid = join(folder, "pid");
	const viewer = `echo $$ > ${pid}; exec ${process.execPath} ${driver} ${join(folder, `${story}.json`)} ${colors}`;
	const script = `echo here before; stty -g > ${folder}/before; sh -c '${viewer}'; echo "ended with $?"; stty -g > ${folder}/after; echo all over`;
	open = openTerminal(["/bin/sh", "-c", script], { columns, rows, environment });
	return open;
}

/** Waits for a picture that is kept in a file, or makes the file. */
async function shows(terminal: PseudoTerminal, name: string): Promise<void> {
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

/** That the terminal is as it was before the viewer, and what was on it is there again. */
async function expectRestored(terminal: PseudoTerminal, ending: RegExp): Promise<void> {
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
	expect(readFileSync(join(folder, "after"), "utf8")).toBe(readFileSync(join(folder, "before"), "utf8"));
}

test.each([
	["mp", 80, 24],
	["ring", 120, 40],
	["ring", 80, 24],
] as const)("%s on %ix%i: to the violation and back", async (story, columns, rows) => {
	const terminal = start(story, columns, rows);
	const size = `${story}-${columns}x${rows}`;
	await shows(terminal, `${size}-start`);
	expect(terminal.isAlternate()).toBe(true);
	terminal.type("n");
	await shows(terminal, `${size}-first`);
	terminal.type("v");
	await shows(terminal, `${size}-climax`);
	terminal.type("\u001b[F");
	await shows(terminal, `${size}-end`);
	terminal.type("v");
	await shows(terminal, `${size}-climax`);
	terminal.type("\u001b[D".repeat(stories[story].climax ?? 0));
	await shows(terminal, `${size}-start`);
	terminal.type("q");
	await expectRestored(terminal, /^ended with 0$/m);
});

test("all keys reach the viewer", async () => {
	const terminal = start("mp", 80, 24);
	await terminal.until(/step 0 of 4/);
	const press = async (keys: string, step: number): Promise<void> => {
		terminal.type(keys);
		await terminal.until(new RegExp(`step ${step} of 4`));
	};
	await press("\u001b[C", 1);
	await press("\u001b[D", 0);
	await press("\u001bOC", 1);
	await press("\u001b[B", 2);
	await press("\u001b[A", 1);
	await press(" ", 2);
	await press("\u007f", 1);
	await press("\u001b[6~", 4);
	await press("\u001b[5~", 0);
	await press("\u001b[4~", 4);
	await press("\u001b[1~", 0);
	await press("\u001b[F", 4);
	await press("\u001b[H", 0);
	await press("nnn", 3);
	await press("pp1", 2);
	terminal.type("\t");
	await terminal.until(/═ Source/);
	terminal.type("\u001b[Z");
	await terminal.until(/═ Steps/);
	terminal.type("\r");
	await terminal.until(/Enter all panes/);
	terminal.type("\r");
	await terminal.until(/─ Source/);
	terminal.type("?");
	await terminal.until(/one step on/);
	terminal.type("x");
	await terminal.until(/═ Steps/);
	terminal.type("n\u001b");
	await expectRestored(terminal, /^ended with 0$/m);
});

test("the picture follows the terminal's size", async () => {
	const terminal = start("ring", 120, 40);
	await shows(terminal, "ring-120x40-start");
	terminal.resize(80, 24);
	await shows(terminal, "ring-80x24-start");
	terminal.resize(50, 10);
	await terminal.until(/This terminal is 50x10\.\nIt must be 60x15 at least\./);
	terminal.type("n");
	terminal.resize(80, 24);
	await shows(terminal, "ring-80x24-first");
	terminal.resize(120, 40);
	await shows(terminal, "ring-120x40-first");
	terminal.type("q");
	await expectRestored(terminal, /^ended with 0$/m);
});

test("Ctrl-C quits and restores the terminal", async () => {
	const terminal = start("mp", 80, 24);
	await terminal.until(/q quit/);
	terminal.type("\u0003");
	await expectRestored(terminal, /^ended with 0$/m);
});

test.each([
	["SIGTERM", 143],
	["SIGHUP", 129],
	["SIGINT", 130],
] as const)("%s restores the terminal, too", async (signal, code) => {
	const terminal = start("mp", 80, 24);
	await terminal.until(/q quit/);
	process.kill(Number(readFileSync(join(folder, "pid"), "utf8")), signal);
	await expectRestored(terminal, new RegExp(`^ended with ${code}$`, "m"));
});

test("where CI is set, readers see something all the same", async () => {
	const terminal = start("mp", 80, 24, { CI: "true" });
	await shows(terminal, "mp-80x24-start");
	terminal.type("n");
	await shows(terminal, "mp-80x24-first");
	terminal.resize(120, 40);
	await terminal.until(/^.{109}step 1 of 4$/m);
	terminal.type("q");
	await expectRestored(terminal, /^ended with 0$/m);
});

test("colours are there if they are asked for, and change no character", async () => {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what colours begin with
	const color = /\u001b\[[\d;]*m/;
	const colored = start("mp", 80, 24, {}, "colored");
	await shows(colored, "mp-80x24-start");
	expect(colored.written()).toMatch(color);
	colored.type("q");
	await expectRestored(colored, /^ended with 0$/m);
	const plain = start("mp", 80, 24, { FORCE_COLOR: "3" });
	await shows(plain, "mp-80x24-start");
	expect(plain.written()).not.toMatch(color);
});
