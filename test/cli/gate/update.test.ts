import { readFileSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Shell } from "../../../src/cli/shell.ts";
import { insertResult } from "../../../src/cli/update/insert-result.ts";
import { type ScratchFolder, scratchFolder } from "../scratch-folder.ts";
import { check, gateShell, tinyTest } from "./gate-shell.ts";

let scratch: ScratchFolder;

beforeEach(() => {
	scratch = scratchFolder();
});

afterEach(() => scratch.remove());

const RACE = "C race\n{}\nP0(int *x) { *x = 1; }\nP1(int *x) { int r0 = *x; }\nexists (1:r0=1)\n";

test("--update --yes writes what was found, and never where something is promised", async () => {
	const texts: Record<string, [text: string, promise: string | undefined]> = {
		sometimes: [tinyTest("sometimes"), "Sometimes"],
		never: [tinyTest("never", undefined, "1:r0=2"), "Never"],
		always: [tinyTest("always", undefined, "x=1"), "Always"],
		race: [RACE, "Sometimes DATARACE"],
		windows: [tinyTest("windows").replaceAll("\n", "\r\n"), "Sometimes"],
		wrong: [tinyTest("wrong", "Never"), undefined],
		right: [tinyTest("right", "Maybe"), undefined],
		broken: [tinyTest("broken").replace("{}", "{"), undefined],
		loop: ["C loop\n{}\nP0(int *x) { for (;;) { WRITE_ONCE(*x, 1); } }\nexists (x=1)\n", undefined],
	};
	const paths = Object.entries(texts).map(([name, [text]]) => scratch.write(`${name}.litmus`, text));
	await check(paths, { model: "lkmm", update: true, yes: true });
	for (const [index, [before, promise]] of Object.values(texts).entries()) {
		const lines = before.split("\n");
		if (promise !== undefined)
			lines.splice(1, 0, `(* Result: ${promise} *)${before.includes("\r") ? "\r" : ""}`);
		expect(readFileSync(paths[index], "utf8")).toBe(lines.join("\n"));
	}
	const again = await check(paths.slice(0, 5), { model: "lkmm", update: true, yes: true });
	expect(again.code).toBe(0);
	expect(again.errors).toContain("no test lacks a Result:");
});

test("a byte-order mark stays, and a text that is no UTF-8 is left as it is", async () => {
	const marked = scratch.write("marked.litmus", `\ufeff${tinyTest("marked")}`);
	const old = scratch.write("old.litmus", "");
	const bytes = Buffer.from(tinyTest("old").replace("\n", "\n(* caf\u00e9 *)\n"), "latin1");
	writeFileSync(old, bytes);
	const { code, errors } = await check([marked, old], { update: true, yes: true });
	expect(readFileSync(marked, "utf8")).toMatch(/^\ufeffC marked\n\(\* Result: Sometimes \*\)\n/);
	expect(readFileSync(old).equals(bytes)).toBe(true);
	expect(code).toBe(2);
	expect(errors).toContain("old.litmus: has bytes that are no UTF-8");
});

test.each([true, false])("--update asks, and does as it is told: %s", async (answer) => {
	const path = scratch.write("a.litmus", tinyTest("a"));
	const asked: string[] = [];
	const ask: Shell["ask"] = async (question) => {
		asked.push(question);
		return answer;
	};
	const { code, errors } = await check([path], { update: true }, gateShell({ ask }));
	expect(code).toBe(0);
	expect(asked).toEqual(["Write this into 1 test? [y/N] "]);
	expect(errors).toContain("a.litmus: Result: Sometimes\n");
	expect(readFileSync(path, "utf8").includes("Result:")).toBe(answer);
});

test("a test that changes while the question stands is left as it is", async () => {
	const path = scratch.write("a.litmus", tinyTest("a"));
	const changed = tinyTest("a", undefined, "1:r0=2");
	const ask = async (): Promise<boolean> => {
		scratch.write("a.litmus", changed);
		return true;
	};
	const { code, errors } = await check([path], { update: true }, gateShell({ ask }));
	expect(code).toBe(2);
	expect(errors).toContain("has changed since it was checked");
	expect(readFileSync(path, "utf8")).toBe(changed);
});

test("nobody to ask, and --yes alone, are bad input", async () => {
	const path = scratch.write("a.litmus", tinyTest("a"));
	expect(await check([path], { update: true })).toMatchObject({
		code: 2,
		errors: expect.stringContaining("--update --yes"),
	});
	expect(await check([path], { yes: true })).toMatchObject({ code: 2 });
	expect(readFileSync(path, "utf8")).not.toContain("Result:");
});

test("a comment goes below the line of the name, or nowhere", () => {
	expect(insertResult("C a\n{}\n", "Never")).toBe("C a\n(* Result: Never *)\n{}\n");
	expect(insertResult("C a", "Never")).toBeUndefined();
	expect(insertResult("#define A\nC a\n{}\n", "Never")).toBeUndefined();
	expect(insertResult("C a\n(* Result: Maybe *)\n{}\n", "Never")).toBeUndefined();
});
