import fc from "fast-check";
import { expect, test } from "vitest";
import { expandNames } from "../../src/cli/herd7/expand-names.ts";
import { parseArguments } from "../../src/cli/herd7/parse-arguments.ts";
import { FLAGS, IGNORED_KEYS, SETTING_KEYS } from "../../src/cli/kernel-tree/keys.ts";
import { parseConfiguration } from "../../src/cli/kernel-tree/parse-configuration.ts";
import { formatDiagnostic } from "../../src/source/format-diagnostic.ts";
import { memoryFiles } from "../cli/memory-shell.ts";

const configuration = (text: string) => parseConfiguration({ path: "t.cfg", text });

test("no key has two meanings", () => {
	const all = [...FLAGS, ...SETTING_KEYS, ...IGNORED_KEYS];
	expect(all.filter((key, index) => all.indexOf(key) !== index)).toEqual([]);
});

test("a configuration's lines are keys and values", () => {
	const text =
		'# one\n\n\tmodel  a.cat \r\nbell "b c.bell" # two\nedgeattr co,color,#00f\nsquished\nvariant v1\n#bell x';
	const parsed = configuration(text);
	expect(parsed.ok && parsed.value.map(({ key, value }) => [key, value])).toEqual([
		["model", "a.cat"],
		["bell", "b c.bell"],
		["variant", "v1"],
	]);
	const places = parsed.ok ? parsed.value.map(({ span }) => span && text.slice(span.start, span.end)) : [];
	expect(places).toEqual(["a.cat", '"b c.bell"', "v1"]);
});

test("a value keeps a sign that begins no comment", () => {
	const parsed = configuration("model a#b.cat");
	expect(parsed.ok && parsed.value[0].value).toBe("a#b.cat");
});

test("any text is read, or refused with a place in it", () => {
	const line = fc.oneof(
		fc.string(),
		fc
			.tuple(fc.constantFrom(...SETTING_KEYS, ...IGNORED_KEYS, "other"), fc.string())
			.map((pair) => pair.join(" ")),
	);
	fc.assert(
		fc.property(fc.array(line), (lines) => {
			const parsed = configuration(lines.join("\n"));
			if (parsed.ok) return;
			expect(parsed.diagnostics.length).toBeGreaterThan(0);
			for (const diagnostic of parsed.diagnostics) {
				expect(formatDiagnostic(diagnostic)).toMatch(/^t\.cfg:\d+:\d+: error: /);
			}
		}),
	);
});

test("any command line is taken apart or refused", () => {
	const word = fc.oneof(
		fc.string(),
		fc.constantFrom(...FLAGS, ...SETTING_KEYS, ...IGNORED_KEYS).map((key) => `-${key}`),
	);
	fc.assert(
		fc.property(fc.array(word), (words) => {
			const parsed = parseArguments(words);
			if (!parsed.ok) expect(parsed.diagnostics).toHaveLength(1);
		}),
	);
});

test("every key can be an option", () => {
	for (const key of [...SETTING_KEYS, ...IGNORED_KEYS]) {
		const parsed = parseArguments(["a", `-${key}`, "-1", "b"]);
		expect(parsed.ok && parsed.value.names).toEqual(["a", "b"]);
	}
});

test("lists lead to tests from their own folders", () => {
	const files = memoryFiles({
		"a/@all": "one.litmus\n/two.litmus # absolute\n\n@more\nb/@all",
		"a/more": "three.litmus",
		"a/b/@all": "four.litmus",
		"@plain.litmus/x": "",
	});
	expect(expandNames(["x", "a/@all", "@plain.litmus/x"], files)).toEqual(
		["x", "a/one.litmus", "/two.litmus", "a/three.litmus", "a/b/four.litmus", "@plain.litmus/x"].map(
			(path) => ({
				path,
			}),
		),
	);
});
