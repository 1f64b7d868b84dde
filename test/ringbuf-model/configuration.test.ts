import { expect, test } from "vitest";
import { checkConfiguration } from "../../src/ringbuf-model/check-configuration.ts";
import {
	type Configuration,
	DEFAULT_CONFIGURATION,
	submitted,
} from "../../src/ringbuf-model/configuration.ts";
import { loadRing } from "../../src/ringbuf-model/load-ring.ts";

const problemsOf = (changes: Partial<Configuration>): string[] =>
	checkConfiguration({ ...DEFAULT_CONFIGURATION, ...changes }).map(({ code, message, hint = "" }) =>
		[code, message, hint].join(" | "),
	);
const TINY = { tiny: true, size: 64 };

test("the default can be checked", () => {
	expect(problemsOf({})).toEqual([]);
});

test.each([
	1000,
	0,
	-4096,
	4097,
	0.5,
	12_288,
	Number.NaN,
	Number.POSITIVE_INFINITY,
])("a ring of %d bytes is refused as the kernel refuses it", (size) => {
	for (const tiny of [false, true]) {
		const [problem] = problemsOf({ size, tiny, records: [] });
		expect(problem).toContain("ring-size");
		if (size > 8) expect(problem).toContain("-EINVAL");
	}
});

test("a ring below a page is only allowed where it is asked for", () => {
	expect(problemsOf({ size: 2048 })).toEqual([
		"ring-size | -EINVAL: a ring of 2048 bytes: max_entries must be a multiple of the page size, 4096 | With --tiny smaller rings are allowed, which wrap after a few records.",
	]);
	expect(problemsOf({ size: 2048, tiny: true })).toEqual([]);
	expect(problemsOf({ size: 8, tiny: true, records: [submitted(0)] })).toEqual([]);
	expect(problemsOf({ size: 4, tiny: true, records: [] })[0]).toContain("from 8 to 65536");
	expect(problemsOf({ size: 131_072 })[0]).toContain("from 8 to 65536");
});

test("a record fills the ring with its header, and takes no byte more", () => {
	expect(problemsOf({ ...TINY, records: [submitted(56)] })).toEqual([]);
	expect(problemsOf({ ...TINY, records: [submitted(8), submitted(57)] })).toEqual([
		"record-size | -E2BIG: a record of 57 bytes takes 72 with its header, and the ring has 64 | Take a larger ring (--size), or a smaller record (--records).",
	]);
});

test("a record larger than the ring is checked where the kernel does not refuse it, or user space helps it", () => {
	const records = [submitted(57)];
	expect(problemsOf({ ...TINY, records, variant: "v5.8-unchecked" })).toEqual([]);
	expect(problemsOf({ ...TINY, records, hostile: true })).toEqual([]);
	expect(problemsOf({ ...TINY, records: [submitted(65)], hostile: true })[0]).toContain("-E2BIG");
});

test("a record's size leaves two bits for flags", () => {
	expect(problemsOf({ records: [submitted(0x3fff_ffff)] })[0]).toContain("-E2BIG: a record of 1073741823");
	expect(problemsOf({ records: [submitted(0x4000_0000)] })[0]).toContain("a header holds at most 1073741823");
	for (const size of [-1, 1.5, Number.NaN])
		expect(problemsOf({ records: [submitted(size)] })[0]).toContain("out-of-range");
});

test.each(["producers", "consumers", "queries"] as const)("the number of %s is one", (what) => {
	for (const value of [-1, 9, 1.5, Number.NaN, Number.POSITIVE_INFINITY])
		expect(problemsOf({ variant: "user-v4", [what]: value }).join()).toContain(`the number of ${what} is`);
});

test("a position is a multiple of 8 that its bits hold, and tells rounds apart", () => {
	expect(problemsOf({ ...TINY, bits: 8, start: 248n })).toEqual([]);
	for (const start of [4n, 256n, -8n])
		expect(problemsOf({ ...TINY, bits: 8, start })[0]).toContain(`positions cannot begin at ${start}`);
	expect(problemsOf({ tiny: true, size: 128, bits: 8 })).toEqual([]);
	expect(problemsOf({ tiny: true, size: 256, bits: 8 })[0]).toContain("positions-too-narrow");
	expect(problemsOf({ start: (1n << 64n) - 8n })).toEqual([]);
	expect(problemsOf({ start: 1n << 64n })[0]).toContain("bad-start");
});

test.each([
	[{ variant: "v6.1" }, "unknown-variant", "Did you mean v6.10 or v6.15?"],
	[{ variant: "overwrit" }, "unknown-variant", "Did you mean overwrite?"],
	[{ properties: ["order", "overlp"] }, "unknown-property", "Did you mean overlap?"],
	[{ settings: new Map([["retris", "1"]]) }, "unknown-setting", "Did you mean retries?"],
	[{ settings: new Map([["ring_size", "1"]]) }, "setting-of-option", "It follows from --size."],
] as const)("%j has a name that is not known, and is told a near one", (changes, code, hint) => {
	const problems = problemsOf(changes);
	expect(problems).toHaveLength(1);
	expect(problems[0]).toContain(code);
	expect(problems[0]).toContain(hint);
});

test.each<Partial<Configuration>>([
	{ consumers: 2 },
	{ variant: "user-v4", nesting: "nmi" },
	{ variant: "user-v4", consumer: "poll" },
	{ variant: "user-v4", consumer: "snapshot" },
	{ variant: "user-v3", queries: 1 },
])("%j contradicts itself", (changes) => {
	expect(problemsOf(changes).join()).toMatch(/^conflicting-options \| .* makes no sense with variant/);
});

test("all that is wrong is told together, and nothing is loaded", () => {
	const bad = { ...DEFAULT_CONFIGURATION, size: 100, producers: 9, properties: ["x"] };
	const loaded = loadRing(bad);
	expect(loaded.ok ? [] : loaded.diagnostics.map(({ code }) => code)).toEqual([
		"ring-size",
		"out-of-range",
		"unknown-property",
	]);
});
