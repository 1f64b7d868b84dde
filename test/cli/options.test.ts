import { expect, test } from "vitest";
import { exitCode } from "../../src/cli/exit-code.ts";
import { isColored } from "../../src/cli/is-colored.ts";
import { parseNameFilter } from "../../src/cli/name-filter.ts";
import { parseSeconds, parseWholeNumber } from "../../src/cli/parse-number.ts";
import type { TestOutcome } from "../../src/report/test-outcome.ts";
import { errorOutcome, outcomeOf } from "../report/outcomes.ts";

test.each<[TestOutcome["status"][], boolean, number]>([
	[["pass", "pass"], false, 0],
	[["pass", "fail"], false, 1],
	[["pass", "incomplete"], false, 3],
	[["incomplete", "fail"], false, 1],
	[["fail", "error", "incomplete"], false, 2],
	[["pass"], true, 3],
	[[], true, 3],
	[["fail"], true, 1],
])("outcomes %j, interrupted: %s, exit with %i", (statuses, interrupted, code) => {
	const outcomes = statuses.map((status) => (status === "error" ? errorOutcome() : outcomeOf({ status })));
	expect(exitCode(outcomes, interrupted)).toBe(code);
});

test("a filter is a part of the name or a pattern between slashes", () => {
	const passes = (filter: string, name: string) => {
		const parsed = parseNameFilter(filter);
		return parsed.ok && parsed.value(name);
	};
	expect(passes("", "MP")).toBe(true);
	expect(passes("MP+", "2MP+wmb")).toBe(true);
	expect(passes("mp", "MP")).toBe(false);
	expect(passes("/^MP/", "MP+wmb")).toBe(true);
	expect(passes("/^MP/", "2MP")).toBe(false);
	expect(passes("/^mp$/i", "MP")).toBe(true);
	expect(passes("a/b", "xa/by")).toBe(true);
});

test("a broken pattern is refused", () => {
	const parsed = parseNameFilter("/(/");
	expect(parsed.ok ? undefined : parsed.diagnostics[0].code).toBe("bad-pattern");
});

test.each([
	"",
	"-1",
	"1.5",
	"1e3",
	"0x10",
	" 4",
	"four",
	"9".repeat(20),
	"0",
])("--unroll %j is refused", (text) => {
	expect(parseWholeNumber(text, 1).ok).toBe(false);
});

test.each([
	"",
	"-1",
	"0",
	"0.0",
	"1e3",
	"NaN",
	"Infinity",
	".",
	"9".repeat(400),
])("--timeout %j is refused", (text) => {
	expect(parseSeconds(text).ok).toBe(false);
});

test("numbers are read", () => {
	expect(parseWholeNumber("12", 1)).toMatchObject({ value: 12 });
	expect(parseSeconds("0.5")).toMatchObject({ value: 0.5 });
	expect(parseSeconds(".5")).toMatchObject({ value: 0.5 });
	expect(parseSeconds("10")).toMatchObject({ value: 10 });
});

test.each([
	["always", { NO_COLOR: "1" }, false, true],
	["never", { FORCE_COLOR: "1" }, true, false],
	["auto", {}, true, true],
	["auto", {}, false, false],
	["auto", { NO_COLOR: "1" }, true, false],
	["auto", { NO_COLOR: "" }, true, true],
	["auto", { FORCE_COLOR: "1" }, false, true],
	["auto", { FORCE_COLOR: "0" }, true, false],
	["auto", { NO_COLOR: "1", FORCE_COLOR: "1" }, true, false],
	["auto", { TERM: "dumb" }, true, false],
] as const)("--color %s, %o, terminal: %s gives colours: %s", (choice, environment, isTerminal, expected) => {
	expect(isColored(choice, environment, isTerminal)).toBe(expected);
});
