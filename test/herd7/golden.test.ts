import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bundle, buildBundle } from "./bundle.ts";
import { CALLS } from "./calls.ts";
import { reportOf } from "./report-of.ts";

// What the command prints for files in inputs/ lies in expected/ and is refreshed by `npx vitest run -u test/herd7`.

const HERE = new URL(".", import.meta.url).pathname;

let bundle: Bundle;

beforeAll(() => {
	bundle = buildBundle("golden");
});

afterAll(() => bundle.remove());

test.each(Object.keys(CALLS))("%s", async (name) => {
	const report = reportOf(bundle.command, CALLS[name]);
	expect(report).not.toMatch(/!!!|^\s+at /m);
	await expect(report).toMatchFileSnapshot(`expected/${name}.txt`);
});

test("no expectation is left without its call", () => {
	const files = readdirSync(join(HERE, "expected"));
	expect(files.map((file) => file.replace(/\.txt$/, "")).sort()).toEqual(Object.keys(CALLS).sort());
});
