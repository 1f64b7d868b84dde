import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bundle, buildBundle } from "./bundle.ts";
import { CALLS } from "./calls.ts";
import { reportOf } from "./report-of.ts";

const HERE = new URL(".", import.meta.url).pathname;
const KERNEL = new URL("../kernel-style/lkmmv2/", import.meta.url).pathname;

let bundle: Bundle;

beforeAll(() => {
	bundle = buildBundle("cache");
});

afterAll(() => bundle.remove());

const entriesOf = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith(".entry"));

const namesFiles = ({ words }: { readonly words: readonly string[] }): boolean =>
	words.some((word) => ["-conf", "-model", "-cat", "-bell"].includes(word));

test("some calls of the golden ones are about models in files", () => {
	expect(Object.values(CALLS).filter(namesFiles).length).toBeGreaterThan(20);
});

test.each(
	Object.keys(CALLS).filter((name) => namesFiles(CALLS[name])),
)("%s: the same with a cold cache and with a warm one", (name) => {
	const expected = readFileSync(join(HERE, "expected", `${name}.txt`), "utf8");
	const environment = { RINGLIT_CACHE: join(bundle.scratch, name) };
	expect(reportOf(bundle.command, CALLS[name], environment)).toBe(expected);
	expect(reportOf(bundle.command, CALLS[name], environment)).toBe(expected);
});

test("calls on a kernel tree's files leave an entry, each model one", () => {
	for (const name of ["configuration-of-a-tree", "files-one-by-one", "model-includes"]) {
		expect(entriesOf(join(bundle.scratch, name))).toHaveLength(1);
	}
	for (const name of ["model-without-checks", "model-broken"]) {
		expect(() => entriesOf(join(bundle.scratch, name))).toThrow();
	}
});

const words = ["-conf", join(KERNEL, "linux-kernel.cfg"), join(HERE, "inputs/rmw.litmus")];

const verdict = (text: string): string => text.replace(/^(Time .+) \d+\.\d\d$/gm, "$1 #");

function environmentWith(variables: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
	const { RINGLIT_CACHE: _, XDG_CACHE_HOME: __, ...rest } = process.env;
	return { ...rest, ...variables };
}

function run(variables: Readonly<Record<string, string>>, shell?: string) {
	const environment = { encoding: "utf8", env: environmentWith(variables) } as const;
	const { status, stdout, stderr } =
		shell === undefined
			? spawnSync(process.execPath, [bundle.command, ...words], environment)
			: spawnSync(
					"sh",
					["-c", `${shell}; exec "$0" "$@"`, process.execPath, bundle.command, ...words],
					environment,
				);
	return { status, output: verdict(stdout), errors: stderr };
}

test("where the cache is", () => {
	const home = join(bundle.scratch, "home");
	const without = run({ HOME: home, RINGLIT_CACHE: "off" });
	expect(without).toMatchObject({ status: 0, errors: "" });
	expect(() => readdirSync(home)).toThrow();
	expect(run({ HOME: home })).toEqual(without);
	expect(entriesOf(join(home, ".cache/ringlit"))).toHaveLength(1);
	const shared = join(bundle.scratch, "shared");
	expect(run({ HOME: home, XDG_CACHE_HOME: shared })).toEqual(without);
	expect(entriesOf(join(shared, "ringlit"))).toHaveLength(1);
	const own = join(bundle.scratch, "own");
	expect(run({ HOME: home, XDG_CACHE_HOME: shared, RINGLIT_CACHE: own })).toEqual(without);
	expect(entriesOf(own)).toHaveLength(1);
});

test("a warm run answers by the entry", () => {
	const own = join(bundle.scratch, "proof");
	const before = run({ RINGLIT_CACHE: own });
	const [name] = entriesOf(own);
	const path = join(own, name);
	const written = readFileSync(path, "utf8");
	expect(run({ RINGLIT_CACHE: own })).toEqual(before);
	expect(readFileSync(path, "utf8")).toBe(written);
	writeFileSync(path, written.slice(0, -10));
	expect(run({ RINGLIT_CACHE: own })).toEqual(before);
	expect(readFileSync(path, "utf8")).toBe(written);
});

test("a disk with no room for the entry changes nothing", () => {
	const own = join(bundle.scratch, "full");
	mkdirSync(own);
	const without = run({ RINGLIT_CACHE: "off" });
	expect(run({ RINGLIT_CACHE: own }, "ulimit -f 0")).toEqual(without);
	expect(run({ RINGLIT_CACHE: own }, "ulimit -f 1")).toEqual(without);
	expect(readdirSync(own)).toEqual([]);
	expect(run({ RINGLIT_CACHE: "/dev/full" })).toEqual(without);
});

test("processes that start at the same time do not mind each other", async () => {
	const own = join(bundle.scratch, "crowd/of/processes");
	const without = run({ RINGLIT_CACHE: "off" });
	const outputs = await Promise.all(
		Array.from({ length: 8 }, () => {
			const child = spawn(process.execPath, [bundle.command, ...words], {
				env: environmentWith({ RINGLIT_CACHE: own }),
				stdio: ["ignore", "pipe", "pipe"],
			});
			let output = "";
			let errors = "";
			child.stdout.setEncoding("utf8").on("data", (text: string) => {
				output += text;
			});
			child.stderr.setEncoding("utf8").on("data", (text: string) => {
				errors += text;
			});
			return new Promise((resolve) =>
				child.on("close", (status) => resolve({ status, output: verdict(output), errors })),
			);
		}),
	);
	expect(outputs).toEqual(Array.from({ length: 8 }, () => without));
	expect(readdirSync(own)).toHaveLength(1);
	expect(run({ RINGLIT_CACHE: own })).toEqual(without);
});
