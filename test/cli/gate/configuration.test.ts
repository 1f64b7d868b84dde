import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkFromCommandLine } from "../../../src/cli/check/check-from-command-line.ts";
import { applyConfiguration } from "../../../src/cli/config/apply-configuration.ts";
import { parseJson } from "../../../src/cli/config/parse-json.ts";
import { nodeFiles } from "../../../src/cli/node-files.ts";
import { formatDiagnostic } from "../../../src/source/format-diagnostic.ts";
import { memoryFiles, memoryShell } from "../memory-shell.ts";
import { type ScratchFolder, scratchFolder } from "../scratch-folder.ts";
import { shippedTree } from "../shipped-tree.ts";
import { DEFAULTS, tinyTest } from "./gate-shell.ts";

let scratch: ScratchFolder;

beforeEach(() => {
	scratch = scratchFolder();
});

afterEach(() => scratch.remove());

const { model: _, ...PLAIN } = DEFAULTS;

/** What a configuration comes to, or what is wrong with it. */
async function apply(text: string, given: readonly string[] = [], name = "c/ringlit.config.json") {
	const files = memoryFiles({ [name]: text });
	const options = { ...PLAIN, ...(given.includes("model") && { model: "tso" }) };
	const applied = await applyConfiguration(name, [], options, (each) => given.includes(each), files);
	return applied.ok ? applied.value : applied.diagnostics.map(formatDiagnostic).join("\n");
}

test("what a configuration says counts where the command line says nothing", async () => {
	const text = JSON.stringify({
		paths: ["suite", "/abs/one.litmus"],
		model: ["lkmm", "models/mine.cat"],
		include: "headers",
		set: { n: 3, m: "0x10" },
		unroll: 9,
		timeout: 0.5,
		jobs: 2,
		cache: false,
		output: "out/report.xml",
	});
	expect(await apply(text, ["unroll"])).toEqual({
		paths: ["c/suite", "/abs/one.litmus"],
		options: {
			...PLAIN,
			model: "lkmm,c/models/mine.cat",
			I: ["c/headers"],
			set: new Map([
				["n", 3n],
				["m", 16n],
			]),
			timeout: 0.5,
			jobs: 2,
			cache: false,
			output: "c/out/report.xml",
			configuration: "c/ringlit.config.json",
		},
	});
	expect(await apply(text, ["model"])).toMatchObject({ options: { model: "tso" } });
});

test.each([
	[
		'{\n  "unrol": 4\n}',
		/^c\/ringlit\.config\.json:2:3: error: there is no setting "unrol"[\s\S]*\^{7}[\s\S]*hint: there is /,
	],
	['{\n  "unroll": 0\n}', /^c\/ringlit\.config\.json:2:13: error: "unroll": /],
	[
		'{"paths": ["a",\n 7]}',
		/^c\/ringlit\.config\.json:1:11: error: "paths": expected a text or a list of texts/,
	],
	['{"format": "xml"}', /:1:12: error: "format": expected one of "text"\|"json"/],
	['{"jobs": 2,}', /:1:12: error: expected a name in quotation marks/],
	['{"jobs": 2', /:1:11: error: expected "," or "}"/],
	['{"jobs" 2}', /:1:9: error: expected ":"/],
	["{jobs: 2}", /:1:2: error: expected a name in quotation marks/],
	['{"jobs": 02}', /:1:10: error: expected a value/],
	["{} {}", /:1:4: error: expected nothing more/],
	["", /:1:1: error: expected a value/],
	["[]", /:1:1: error: the configuration: /],
	['{"set": {"n": "x"}}', /"n=x" is not name=integer/],
	["[".repeat(100_000), /expected no more than 100 levels/],
])("%j is told with its place", async (text, message) => {
	expect(await apply(text)).toMatch(message);
});

test("JSON is read as by Node.js, and its parts are where they say", () => {
	fc.assert(
		fc.property(fc.json(), fc.nat(4), (text, indent) => {
			const pretty = JSON.stringify(JSON.parse(text), undefined, indent);
			const parsed = parseJson({ path: "p", text: pretty });
			if (!parsed.ok) throw new Error(parsed.diagnostics[0].message);
			expect(parsed.value.value).toEqual(JSON.parse(pretty));
			for (const [key, { at, node }] of parsed.value.parts) {
				expect(JSON.parse(pretty.slice(node.span.start, node.span.end))).toEqual(node.value);
				if (typeof key === "string") expect(JSON.parse(pretty.slice(at.start, at.end))).toBe(key);
			}
		}),
	);
});

test("what is no JSON is refused exactly where Node.js does", () => {
	fc.assert(
		fc.property(
			fc.json(),
			fc.nat(),
			fc.constantFrom("", ",", "]", '"', "0", "\n", "e", "\\", "-"),
			(text, at, put) => {
				const place = at % (text.length + 1);
				const broken = text.slice(0, place) + put + text.slice(place + 1);
				let isJson = true;
				try {
					JSON.parse(broken);
				} catch {
					isJson = false;
				}
				expect(parseJson({ path: "p", text: broken }).ok).toBe(isJson);
			},
		),
		{ numRuns: 500 },
	);
});

test.each([
	["export default { unroll: 2, bail: true };", { options: { unroll: 2, bail: true } }],
	["export default {\n\tunrol: 2,\n};", /:2:2: error: there is no setting "unrol"/],
	["export default {\n\tunroll: -2,\n};", /:2:2: error: "unroll": /],
	["throw new Error('no way');", /:1:\d+: error: the configuration fails: Error: no way/],
	["export const a = 1;", /:1:1: error: the configuration: /],
])("a program %j is run", async (text, expected) => {
	const path = scratch.write("ringlit.config.mjs", text);
	const applied = await applyConfiguration(path, [], PLAIN, () => false, nodeFiles);
	if (expected instanceof RegExp) {
		expect(applied.ok ? "" : applied.diagnostics.map(formatDiagnostic).join("\n")).toMatch(expected);
	} else expect(applied).toMatchObject({ ok: true, value: expected });
});

test("the configuration of the working folder is found, unless it is not wanted", async () => {
	const tree = {
		...shippedTree,
		"ringlit.config.json": '{"paths": "t", "model": "sc", "filter": "b"}',
		"t/a.litmus": tinyTest("a", "Sometimes"),
		"t/b.litmus": tinyTest("b", "Sometimes"),
	};
	const run = async (config: string | boolean | undefined, files = memoryFiles(tree)) => {
		const shell = memoryShell(files);
		const options = { ...PLAIN, format: "text" as const, ...(config !== undefined && { config }) };
		const code = await checkFromCommandLine([], options, () => false, shell);
		return { code, text: shell.output() + shell.errors() };
	};
	expect(await run(undefined)).toMatchObject({
		code: 0,
		text: expect.stringContaining("1 test: 1 as expected"),
	});
	expect(await run(false)).toMatchObject({ code: 2, text: expect.stringContaining("no test is named") });
	expect(await run("gone.json")).toMatchObject({ code: 2, text: expect.stringContaining("no such file") });
	const two = memoryFiles({ ...tree, "ringlit.config.mjs": "" });
	expect(await run(undefined, two)).toMatchObject({ code: 2, text: expect.stringContaining("several") });
});
