import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { transformSync } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";

const ROOT = new URL("../../", import.meta.url).pathname;
const MOST_BYTES = 3_000_000;

/** Outside the repository, so that nothing of it is found by chance. */
const SCRATCH = mkdtempSync(join(tmpdir(), "ringlit-package-"));
const STAGE = join(SCRATCH, "stage");
const HOME = join(SCRATCH, "home");

interface Packed {
	readonly filename: string;
	readonly unpackedSize: number;
	readonly files: readonly { readonly path: string }[];
}
let packed: Packed;

/** Packs a build of its own, since others may be building `dist/` just now, and installs it into an empty folder. */
beforeAll(() => {
	const { files } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { files: string[] };
	mkdirSync(STAGE);
	mkdirSync(HOME);
	for (const file of [...files, "package.json"])
		if (!file.startsWith("!") && file !== "dist")
			cpSync(join(ROOT, file), join(STAGE, file), { recursive: true });
	execFileSync(process.execPath, [join(ROOT, "build.mjs"), join(STAGE, "dist"), "--types"], { cwd: ROOT });
	const npm = (cwd: string, ...words: string[]): string =>
		execFileSync("npm", words, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
	[packed] = JSON.parse(npm(STAGE, "pack", "--ignore-scripts", "--json")) as Packed[];
	writeFileSync(join(HOME, "package.json"), '{ "private": true, "type": "module" }\n');
	const archive = join(STAGE, packed.filename);
	npm(HOME, "install", archive, "--offline", "--ignore-scripts", "--no-audit", "--no-fund");
	cpSync(join(ROOT, "litmus/lkmm/message-passing"), join(HOME, "tests"), { recursive: true });
}, 300_000);

afterAll(() => rmSync(SCRATCH, { recursive: true, force: true }));

function run(command: string, ...words: string[]) {
	const env = { ...process.env, RINGLIT_CACHE: "off", NO_COLOR: "1" };
	const { status, stdout, stderr } = spawnSync(command, words, { cwd: HOME, env, encoding: "utf8" });
	return { status, output: stdout, errors: stderr };
}

test("the package is small, and holds neither tests of ringlit itself nor tools", () => {
	expect(packed.unpackedSize).toBeLessThan(MOST_BYTES);
	const paths = packed.files.map(({ path }) => path);
	expect(paths).toContain("dist/types/library/index.d.ts");
	expect(paths).toContain("dist/third-party.txt");
	const strange =
		/^(?!dist\/|models\/|litmus\/|docs\/|examples\/)[^/]+\/|\.test\.|^dist\/(tools|bench)|\.(tsx|map|tmp)$/;
	expect(paths.filter((path) => strange.test(path))).toEqual([]);
});

test("nothing else is installed with it", () => {
	expect(readdirSync(join(HOME, "node_modules")).filter((name) => !name.startsWith("."))).toEqual([
		"ringlit",
	]);
});

test("the commands work where it is installed", () => {
	const bin = join(HOME, "node_modules/.bin");
	const checked = run(join(bin, "ringlit"), "check", "tests");
	expect(checked).toMatchObject({ status: 0, errors: "" });
	expect(checked.output).toMatch(/as expected {2}\(model lkmm/);
	const version = run(join(bin, "ringlit-herd7"), "-version");
	expect(version).toMatchObject({ status: 0, errors: "" });
	expect(run(join(bin, "ringlit"), "explain", "tests/MP+wmb+addr.litmus").status).toBe(0);
});

const examples = readdirSync(join(ROOT, "examples")).filter((name) => name.endsWith(".ts"));

test.each(examples)("examples/%s prints what it says", (name) => {
	const text = readFileSync(join(ROOT, "examples", name), "utf8");
	const said = [...text.matchAll(/^\/\/=>(?: (.*))?$/gm)].map(([, line = ""]) => line);
	expect(said.length).toBeGreaterThan(0);
	const script = name.replace(/\.ts$/, ".mjs");
	writeFileSync(join(HOME, script), transformSync(text, { loader: "ts", format: "esm" }).code);
	const { status, output, errors } = run(process.execPath, script);
	expect(errors).toBe("");
	expect(output.split("\n").map((line) => line.trimEnd())).toEqual([...said, ""]);
	expect(status).toBe(0);
});

test("the examples compile against the package's own types, which need no other package", () => {
	const folder = join(HOME, "typed");
	mkdirSync(folder);
	for (const name of examples.filter((example) => example !== "workers.ts"))
		cpSync(join(ROOT, "examples", name), join(folder, name));
	// In place of what Node's types declare.
	writeFileSync(
		join(folder, "globals.d.ts"),
		"declare const console: { log(...values: unknown[]): void };\ndeclare class AbortController { readonly signal: { readonly aborted: boolean } }\n",
	);
	writeFileSync(join(folder, "wrong.ts"), 'import { check } from "ringlit";\nawait check("MP", 5);\n');
	const options = {
		strict: true,
		exactOptionalPropertyTypes: true,
		noEmit: true,
		module: "NodeNext",
		target: "ES2022",
		lib: ["ES2022"],
		types: [],
	};
	writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: options }));
	const { output } = run(process.execPath, join(ROOT, "node_modules/typescript/bin/tsc"), "-p", folder);
	const errors = output.split("\n").filter((line) => line.includes("error"));
	expect(errors).toHaveLength(1);
	expect(errors[0]).toContain("wrong.ts(2,13)");
});
