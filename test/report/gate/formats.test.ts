import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import type { DocumentFormat } from "../../../src/report/gate/document-formats.ts";
import { formatReport } from "../../../src/report/gate/format-report.ts";
import { packOutcomes } from "../../../src/report/gate/pack-outcomes.ts";
import type { RunReport } from "../../../src/report/gate/run-report.ts";
import { unpackOutcomes } from "../../../src/report/gate/unpack-outcomes.ts";
import type { CheckedTest } from "../../../src/report/test-outcome.ts";
import { AWKWARD, checked, complaint, reportOf } from "./outcomes.ts";
import { SARIF_SCHEMA } from "./sarif-schema.ts";

const ajv = new Ajv({ strict: false });
formats.default(ajv);
const isSarif = ajv.compile(SARIF_SCHEMA);
const XSD = readFileSync(new URL("junit.xsd", import.meta.url), "utf8");

const EMPTY: RunReport = { rows: [], notRun: 0, seconds: 0, version: "1.2.3" };

test("reports of whatever words are valid JUnit", async () => {
	const reports = [EMPTY, ...AWKWARD.map(reportOf)].map((report, index) => ({
		fileName: `${index}.xml`,
		contents: formatReport("junit", report),
	}));
	const { errors, valid } = await validateXML({ xml: reports, schema: XSD });
	expect(errors).toEqual([]);
	expect(valid).toBe(true);
});

test("the schema for JUnit refuses what is none", async () => {
	const contents = formatReport("junit", reportOf("x")).replace(/ tests="\d+"/g, "");
	const { valid } = await validateXML({ xml: { fileName: "x.xml", contents }, schema: XSD });
	expect(valid).toBe(false);
});

test.each([EMPTY, ...AWKWARD.map(reportOf)])("a report of whatever words is valid SARIF", (report) => {
	isSarif(JSON.parse(formatReport("sarif", report)));
	expect(isSarif.errors ?? []).toEqual([]);
});

test("SARIF has places, rules, and a level for failures alone", () => {
	const [run] = JSON.parse(formatReport("sarif", reportOf("w"))).runs;
	expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual([
		"failed",
		"gone",
		"incomplete",
		"odd",
	]);
	for (const { ruleId, ruleIndex, level, kind } of run.results) {
		expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
		expect(level === "none").toBe(kind === "open");
	}
	const places = run.results.map(
		(result: { locations: { physicalLocation: object }[] }) => result.locations[0].physicalLocation,
	);
	const odd = {
		artifactLocation: { uri: "suite/a%20b%2Cc%3Ad%23%C3%A9.litmus" },
		region: { startLine: 2, startColumn: 2, endLine: 3, endColumn: 2 },
	};
	expect(places).toEqual([
		{ artifactLocation: { uri: "suite/mp.litmus" }, region: { startLine: 3 } },
		{ artifactLocation: { uri: "suite/mp.litmus" } },
		odd,
		{ artifactLocation: { uri: "file:///absolute/gone" } },
		odd,
	]);
	expect(run.invocations[0].executionSuccessful).toBe(false);
});

test("a fingerprint in SARIF is of one test, however its path is written", () => {
	const failed = (file: string): CheckedTest =>
		checked({ file, name: "MP", status: "fail", remarks: ["no"] });
	const fingerprints = (folder: string, ...files: readonly string[]): string[] => {
		const report: RunReport = { ...EMPTY, folder, rows: files.map((file) => [failed(file)]) };
		return JSON.parse(formatReport("sarif", report)).runs[0].results.map(
			({ partialFingerprints }: { partialFingerprints: Record<string, string> }) =>
				partialFingerprints["test/v1"],
		);
	};
	expect(fingerprints("/repo", "a/mp.litmus", "b/mp.litmus", "./a/mp.litmus", "/repo/a/mp.litmus")).toEqual([
		"lkmm:a/mp.litmus:MP:failed",
		"lkmm:b/mp.litmus:MP:failed",
		"lkmm:a/mp.litmus:MP:failed",
		"lkmm:a/mp.litmus:MP:failed",
	]);
});

test("JUnit counts failures and errors, an incomplete search among the errors", () => {
	const xml = formatReport("junit", { ...reportOf("w"), problem: undefined, notRun: 0 });
	expect(xml).toContain('<testsuites name="ringlit" tests="5" failures="1" errors="2" time="1.500000">');
	expect(xml).toContain('<testsuite name="lkmm" tests="5" failures="1" errors="2" skipped="0"');
	expect(xml).toContain('<error message="w" type="incomplete">');
});

test.each(AWKWARD)("each of GitHub's commands is one line, with %j in it", (words) => {
	const report = reportOf(words);
	const lines = formatReport("github", report).trimEnd().split("\n");
	expect(lines.filter((line) => line.startsWith("::error")).length).toBe(5);
	expect(lines.filter((line) => line.startsWith("::warning")).length).toBe(2);
	expect(lines.at(-1)).toBe("2 of 5 tests as expected");
	expect(lines).toHaveLength(8);
	expect(lines.find((line) => line.includes("line=2"))).toMatch(
		/^::warning file=suite\/a b%2Cc%3Ad#é\.litmus,line=2,col=2,endLine=3,title=/,
	);
});

test.each(AWKWARD)("TAP has a point for each test, whatever it is called: %j", (words) => {
	const lines = formatReport("tap", reportOf(words)).trimEnd().split("\n");
	expect(lines.slice(0, 2)).toEqual(["TAP version 14", "1..5"]);
	const points = lines.flatMap((line) => /^(ok|not ok) (\d+) - /.exec(line)?.slice(1, 3).join(" ") ?? []);
	expect(points).toEqual(["ok 1", "not ok 2", "not ok 3", "ok 4", "not ok 5"]);
	// Nothing in a description is a directive.
	for (const line of lines) if (/^(?:not )?ok/.test(line)) expect(line).not.toMatch(/(?<!\\)(?:\\\\)*#/);
	const values = lines.flatMap((line) => /^ {2}\w+: (.*)$/.exec(line)?.[1] ?? []);
	for (const value of values) expect(() => JSON.parse(value)).not.toThrow();
	expect(lines.at(-1)).toMatch(/^Bail out!/);
});

test.each<DocumentFormat>([
	"json",
	"junit",
	"sarif",
	"github",
	"tap",
])("%s of outcomes that were packed and unpacked is the same", (format) => {
	for (const words of AWKWARD) {
		const report = reportOf(words);
		const packed = JSON.parse(JSON.stringify(packOutcomes(report.rows.flat())));
		const rows = unpackOutcomes(packed).map((outcome) => [outcome]);
		expect(formatReport(format, { ...report, rows })).toBe(formatReport(format, report));
	}
});

test("what a macro made keeps its note when it is packed", () => {
	const use = { path: "t", text: "DEFINE\nUSE(1)\n" };
	const made = { path: "t", text: "bad", origin: [] as object[] };
	const span = { file: use, start: 7, end: 13 };
	const macro = { name: "USE", span, definition: { file: use, start: 0, end: 6 } };
	made.origin.push({ start: 0, from: span, isCopy: false, macro });
	const outcome = checked({
		warnings: [{ ...complaint("w"), span: { file: made as typeof use, start: 0, end: 3 } }],
	});
	const report = { ...EMPTY, rows: [[outcome]] };
	const [back] = unpackOutcomes(JSON.parse(JSON.stringify(packOutcomes([outcome]))));
	const text = formatReport("tap", report);
	expect(text).toContain("USE");
	expect(text).toContain("note:");
	expect(formatReport("tap", { ...report, rows: [[back]] })).toBe(text);
});
