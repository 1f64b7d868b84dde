import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { Session } from "./session.ts";

const ROOT = new URL("../../", import.meta.url).pathname;
const MP = "message-passing/MP+po+po.litmus";
const FORBIDDEN = "message-passing/MP+wmb+acq.litmus";

let bundle = "";
let session: Session | undefined;

beforeAll(() => {
	// Below the package, so that the bundle finds the shipped models as it does in dist/.
	const cache = join(ROOT, "node_modules/.cache");
	mkdirSync(cache, { recursive: true });
	bundle = mkdtempSync(join(cache, "ringlit-explain-"));
	execFileSync(process.execPath, [join(ROOT, "build.mjs"), bundle], { cwd: ROOT });
});

afterEach(() => {
	session?.close();
	session = undefined;
});

afterAll(() => rmSync(bundle, { recursive: true, force: true }));

/** `ringlit` on a terminal, in the folder of the tests for the kernel's model. */
function ringlit(
	words: string,
	columns: number,
	rows: number,
	environment: Readonly<Record<string, string>> = {},
): Session {
	session = new Session(
		`${process.execPath} ${join(bundle, "ringlit.js")} ${words}`,
		columns,
		rows,
		{ RINGLIT_CACHE: "off", ...environment },
		join(ROOT, "litmus/lkmm"),
	);
	return session;
}

test.each([
	["allowed", MP, 80, 24],
	["allowed", MP, 120, 40],
	["forbidden", FORBIDDEN, 80, 24],
	["forbidden", FORBIDDEN, 120, 40],
] as const)("an outcome that is %s: %s on %ix%i, to the end and back", async (kind, file, columns, rows) => {
	const viewer = ringlit(`explain --color never ${file}`, columns, rows);
	const size = `explain-${kind}-${columns}x${rows}`;
	await viewer.shows(`${size}-start`);
	viewer.terminal.type("v");
	await viewer.shows(`${size}-climax`);
	viewer.terminal.type("r\r");
	await viewer.shows(`${size}-reason`);
	viewer.terminal.type("\rtg");
	await viewer.shows(`${size}-start`);
	viewer.terminal.type("q");
	await viewer.restored(/^ended with 0$/m);
});

test("an interrupt that the program takes itself restores the terminal", async () => {
	const viewer = ringlit(`explain ${MP}`, 80, 24);
	await viewer.terminal.until(/q quit/);
	viewer.signal("SIGINT");
	await viewer.restored(/^ended with \d+$/m);
});

test("a request to end restores the terminal", async () => {
	const viewer = ringlit(`explain ${MP}`, 80, 24);
	await viewer.terminal.until(/q quit/);
	viewer.signal("SIGTERM");
	await viewer.restored(/^ended with 0$/m);
});

test("NO_COLOR is obeyed", async () => {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what colours begin with
	const color = /\u001b\[[\d;]*m/;
	const plain = ringlit(`explain ${MP}`, 80, 24, { NO_COLOR: "1" });
	await plain.terminal.until(/q quit/);
	expect(plain.terminal.written()).not.toMatch(color);
	plain.close();
	const colored = ringlit(`explain ${MP}`, 80, 24);
	await colored.terminal.until(/q quit/);
	expect(colored.terminal.written()).toMatch(color);
});

test("a property of the ring is stepped through with the ring in sight", async () => {
	const words =
		"--variant v5.8 --hostile --tiny --size 32 --records 16:hold,8 --producers 1 --property overlap --color never";
	const viewer = ringlit(`ringbuf explain ${words}`, 80, 24);
	await viewer.terminal.until(/─ Ring ─/);
	await viewer.terminal.until(/ring of 32 bytes/);
	await viewer.terminal.until(/Memory \(ringbuf\)/);
	viewer.terminal.type("v");
	await viewer.terminal.until(/OVERLAP/);
	await viewer.terminal.until(/ \(the violation\): /);
	viewer.terminal.type("g");
	await viewer.terminal.until(/step 0 of/);
	viewer.terminal.type("q");
	await viewer.restored(/^ended with \d$/m);
});
