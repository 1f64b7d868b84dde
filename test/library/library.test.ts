import { expect, test } from "vitest";
import {
	check,
	checkRingbuf,
	explain,
	formatResults,
	formatRingbuf,
	formatStory,
	loadModel,
	loadTest,
	RINGBUF_PROPERTIES,
	RINGBUF_VARIANTS,
	startCheck,
} from "../../src/library/index.ts";
import type { Result } from "../../src/source/result.ts";

const MP = `C MP
(* Result: Sometimes *)
{}
P0(int *x, int *y) { WRITE_ONCE(*x, 1); WRITE_ONCE(*y, 1); }
P1(int *x, int *y) { int r0 = READ_ONCE(*y); int r1 = READ_ONCE(*x); }
exists (1:r0=1 /\\ 1:r1=0)
`;

/** Unlike threads that all write one variable: far more coherence orders than can be explored. */
const LONG = `C long\n{}\n${[...Array(14).keys()].map((i) => `P${i}(int *x) { WRITE_ONCE(*x, ${i + 1}); }`).join("\n")}\nexists (x=0)\n`;

function need<T>(result: Result<T>): T {
	if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join("\n"));
	return result.value;
}

test("a test is read and checked, and what comes back is plain data", async () => {
	const mp = need(loadTest(MP, { path: "MP.litmus" }));
	expect(mp).toEqual({
		name: "MP",
		path: "MP.litmus",
		quantifier: "exists",
		parameters: [],
		properties: [],
		threads: 2,
	});
	const result = await check(mp, need(await loadModel()));
	expect(result).toMatchObject({
		file: "MP.litmus",
		model: "lkmm",
		status: "pass",
		positive: 1,
		negative: 3,
		limits: [],
	});
	expect(structuredClone(result)).toEqual(result);
	expect(formatResults([result])).toMatch(/✓ MP +Sometimes +Sometimes +1 +3 +4 /);
	expect(JSON.parse(formatResults([result], { format: "json" })).tests[0]).toMatchObject({ name: "MP" });
});

test("the caller can drive a check, and have what is known before its end", async () => {
	const long = need(loadTest(LONG));
	const model = need(await loadModel("sc"));
	const run = startCheck(long, model);
	expect(run.advance(1)).toBe(false);
	expect(run.result()).toMatchObject({ status: "incomplete", limits: ["interrupted"] });
	const short = startCheck(need(loadTest(MP)), model);
	while (!short.advance(10));
	expect(short.result()).toMatchObject({ status: "fail", observation: "Never" });
});

test("a signal and a time limit end a search, which is no pass then", async () => {
	const long = need(loadTest(LONG));
	const model = need(await loadModel("sc"));
	const stop = new AbortController();
	setTimeout(() => stop.abort(), 1);
	expect(await check(long, model, { signal: stop.signal })).toMatchObject({
		status: "incomplete",
		limits: ["interrupted"],
	});
	expect(await check(long, model, { timeout: 0.01 })).toMatchObject({
		status: "incomplete",
		limits: ["timeout"],
	});
	expect(await explain(long, model, { timeout: 0.01 })).toMatchObject({ kind: "unknown" });
});

test("a bound that is no number is refused, for a search with it would not end", async () => {
	const model = need(await loadModel("sc"));
	const own = need(loadTest(MP));
	for (const bounds of [{ timeout: Number.NaN }, { unroll: Number.NaN }]) {
		await expect(check(own, model, bounds)).rejects.toThrow(RangeError);
		await expect(explain(own, model, bounds)).rejects.toThrow(RangeError);
		await expect(checkRingbuf({}, model, bounds)).rejects.toThrow(RangeError);
		expect(() => startCheck(own, model, bounds)).toThrow(RangeError);
	}
	expect(() => startCheck(own, model).advance(Number.NaN)).toThrow(RangeError);
});

test("counts that no number holds are exact", async () => {
	const bodies = (count: number) =>
		`C many\n{}\nP[0..${count - 1}](atomic_t *x) { atomic_inc(x); }\nexists (x=${count})\n`;
	const result = await check(need(loadTest(bodies(19))), need(await loadModel("sc")), { timeout: 120 });
	expect(result.limits).toEqual([]);
	expect(result.positive).toBe(121645100408832000n);
	expect(JSON.parse(formatResults([result], { format: "json" })).tests[0].positive).toBe(
		"121645100408832000",
	);
});

test("parameters and included texts are given as data or by a function", async () => {
	const text = `#include "value.h"\nC param\n#parameter last = 1\n{}\nP0(int *x) { WRITE_ONCE(*x, VALUE(last)); }\nexists (x=4)\n`;
	const header = "#define VALUE(x) ((x) + 1)\n";
	const model = need(await loadModel("sc"));
	for (const includes of [
		{ "value.h": header },
		(name: string) => (name === "value.h" ? header : undefined),
	]) {
		const loaded = need(loadTest(text, { includes, parameters: { last: 3 } }));
		expect(loaded.parameters).toEqual([{ name: "last", value: 3n }]);
		expect(await check(loaded, model)).toMatchObject({ observation: "Always" });
	}
	expect(loadTest(text).ok).toBe(false);
	expect(() => loadTest(text, { parameters: { last: 0.5 } })).toThrow(RangeError);
});

test.each([
	"",
	"\0",
	"C x",
	"C x\n{}\nP0(int *x) { frob(x); }\n",
	`C x\n{ x=${"(".repeat(200_000)} }`,
])("bad input is told, not thrown: %#", (text) => {
	const loaded = loadTest(text);
	expect(loaded.ok).toBe(false);
	if (!loaded.ok) expect(loaded.diagnostics[0].severity).toBe("error");
});

test("a model of one's own may include what is shipped", async () => {
	const own = need(
		await loadModel({
			text: '"Own"\ninclude "mine.cat"\nacyclic po | com as everything\n',
			path: "own.cat",
			includes: { "mine.cat": "let com = rf | co | fr\n" },
		}),
	);
	expect(own).toEqual({ name: "own.cat" });
	expect(await check(need(loadTest(MP)), own)).toMatchObject({ model: "own.cat", observation: "Never" });
	expect((await loadModel("power")).ok).toBe(false);
	expect((await loadModel({ text: "let x = (" })).ok).toBe(false);
});

test("an outcome is explained, and its replay brings the same story back", async () => {
	const mp = need(loadTest(MP, { path: "MP.litmus" }));
	const lkmm = need(await loadModel("lkmm"));
	const found = await explain(mp, lkmm, { state: "1:r0=1; 1:r1=1" });
	if (found.kind !== "story") throw new Error(found.kind);
	expect(found.story).toMatchObject({ kind: "allowed", state: expect.stringContaining("1:r1=1") });
	expect(JSON.parse(JSON.stringify(found.story))).toEqual(found.story);
	const replay = found.story.replay ?? "";
	const again = await explain(mp, lkmm, { state: "1:r0=1; 1:r1=1", replay });
	expect(again).toEqual(found);
	expect(await formatStory(found.story)).toContain(
		"ringlit explain --state '1:r0=1; 1:r1=1' MP.litmus --replay",
	);
	for (const format of ["mail", "html", "svg", "dot", "json"] as const)
		expect(await formatStory(found.story, { format })).not.toBe("");

	expect(await explain(mp, need(await loadModel("sc")))).toMatchObject({
		kind: "story",
		story: { kind: "forbidden", reason: { kind: "cycle" } },
	});
	expect(await explain(mp, lkmm, { state: "1:r9=1 +" })).toMatchObject({ kind: "refused" });
	expect(await explain(mp, lkmm, { property: "nothing" })).toMatchObject({ kind: "refused" });
	expect(await explain(mp, lkmm, { replay: "no replay" })).toMatchObject({ kind: "refused" });
	expect(await explain(mp, lkmm, { replay: "aaaaaa-4-00" })).toMatchObject({ kind: "refused" });
});

test("the ring buffer is checked by its configuration", async () => {
	const model = need(await loadModel("sc"));
	expect(RINGBUF_VARIANTS.map(({ name }) => name)).toContain("v6.10");
	expect(RINGBUF_PROPERTIES.map(({ name }) => name)).toContain("overlap");
	const ring = need(await checkRingbuf({ producers: 1, properties: ["overlap"] }, model));
	expect(ring).toMatchObject({ model: "sc", properties: [{ name: "overlap", finding: "never" }] });
	expect(formatRingbuf([ring])).toMatch(/overlap +never/);
	expect(JSON.parse(formatRingbuf([ring], { format: "json" })).rings).toHaveLength(1);
	expect((await checkRingbuf({ size: 100 }, model)).ok).toBe(false);
});

test("copies of handles are told from handles", async () => {
	const model = need(await loadModel("sc"));
	const mp = need(loadTest(MP));
	await expect(check({ ...mp }, model)).rejects.toThrow(TypeError);
	await expect(check(mp, { ...model })).rejects.toThrow(TypeError);
});
