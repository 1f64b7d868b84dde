import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { inkWithoutDevtools } from "../../ink-without-devtools.mjs";
import type { Story } from "../../src/execution/story/story.ts";
import { ring } from "./ring-story.ts";
import { Session } from "./session.ts";
import { mp } from "./stories.ts";

const folder = mkdtempSync(join(tmpdir(), "ringlit-viewer-"));
const driver = join(folder, "driver.mjs");
const stories: Readonly<Record<string, Story>> = { mp, ring };

let session: Session | undefined;

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
	session?.close();
	session = undefined;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The viewer on a terminal. */
function start(
	story: string,
	columns: number,
	rows: number,
	environment: Readonly<Record<string, string>> = {},
	colors = "plain",
): Session {
	session?.close();
	const command = `${process.execPath} ${driver} ${join(folder, `${story}.json`)} ${colors}`;
	session = new Session(command, columns, rows, environment);
	return session;
}

test.each([
	["mp", 80, 24],
	["ring", 120, 40],
	["ring", 80, 24],
] as const)("%s on %ix%i: to the violation and back", async (story, columns, rows) => {
	const viewer = start(story, columns, rows);
	const size = `${story}-${columns}x${rows}`;
	await viewer.shows(`${size}-start`);
	expect(viewer.terminal.isAlternate()).toBe(true);
	viewer.terminal.type("n");
	await viewer.shows(`${size}-first`);
	viewer.terminal.type("v");
	await viewer.shows(`${size}-climax`);
	viewer.terminal.type("\u001b[F");
	await viewer.shows(`${size}-end`);
	viewer.terminal.type("v");
	await viewer.shows(`${size}-climax`);
	viewer.terminal.type("\u001b[D".repeat(stories[story].climax ?? 0));
	await viewer.shows(`${size}-start`);
	viewer.terminal.type("q");
	await viewer.restored(/^ended with 0$/m);
});

test("all keys reach the viewer", async () => {
	const viewer = start("mp", 80, 24);
	await viewer.terminal.until(/step 0 of 4/);
	const press = async (keys: string, step: number): Promise<void> => {
		viewer.terminal.type(keys);
		await viewer.terminal.until(new RegExp(`step ${step} of 4`));
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
	viewer.terminal.type("\t");
	await viewer.terminal.until(/═ Source/);
	viewer.terminal.type("\u001b[Z");
	await viewer.terminal.until(/═ Steps/);
	viewer.terminal.type("\r");
	await viewer.terminal.until(/Enter all panes/);
	viewer.terminal.type("\r");
	await viewer.terminal.until(/─ Source/);
	viewer.terminal.type("?");
	await viewer.terminal.until(/one step on/);
	viewer.terminal.type("x");
	await viewer.terminal.until(/═ Steps/);
	viewer.terminal.type("n\u001b");
	await viewer.restored(/^ended with 0$/m);
});

test("the picture follows the terminal's size", async () => {
	const viewer = start("ring", 120, 40);
	await viewer.shows("ring-120x40-start");
	viewer.terminal.resize(80, 24);
	await viewer.shows("ring-80x24-start");
	viewer.terminal.resize(50, 10);
	await viewer.terminal.until(/This terminal is 50x10\.\nIt must be 60x15 at least\./);
	viewer.terminal.type("n");
	viewer.terminal.resize(80, 24);
	await viewer.shows("ring-80x24-first");
	viewer.terminal.resize(120, 40);
	await viewer.shows("ring-120x40-first");
	viewer.terminal.type("q");
	await viewer.restored(/^ended with 0$/m);
});

test("Ctrl-C quits and restores the terminal", async () => {
	const viewer = start("mp", 80, 24);
	await viewer.terminal.until(/q quit/);
	viewer.terminal.type("\u0003");
	await viewer.restored(/^ended with 0$/m);
});

test.each([
	["SIGTERM", 143],
	["SIGHUP", 129],
	["SIGINT", 130],
] as const)("%s restores the terminal, too", async (signal, code) => {
	const viewer = start("mp", 80, 24);
	await viewer.terminal.until(/q quit/);
	viewer.signal(signal);
	await viewer.restored(new RegExp(`^ended with ${code}$`, "m"));
});

test("where CI is set, readers see something all the same", async () => {
	const viewer = start("mp", 80, 24, { CI: "true" });
	await viewer.shows("mp-80x24-start");
	viewer.terminal.type("n");
	await viewer.shows("mp-80x24-first");
	viewer.terminal.resize(120, 40);
	await viewer.terminal.until(/^.{109}step 1 of 4$/m);
	viewer.terminal.type("q");
	await viewer.restored(/^ended with 0$/m);
});

test("colours are there if they are asked for, and change no character", async () => {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what colours begin with
	const color = /\u001b\[[\d;]*m/;
	const colored = start("mp", 80, 24, {}, "colored");
	await colored.shows("mp-80x24-start");
	expect(colored.terminal.written()).toMatch(color);
	colored.terminal.type("q");
	await colored.restored(/^ended with 0$/m);
	const plain = start("mp", 80, 24, { FORCE_COLOR: "3" });
	await plain.shows("mp-80x24-start");
	expect(plain.terminal.written()).not.toMatch(color);
});
