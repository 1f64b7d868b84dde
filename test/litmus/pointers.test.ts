import { describe, expect, test } from "vitest";
import { check } from "../../src/checker/check.ts";
import { loadProgram } from "../../src/litmus/load-program.ts";
import { shippedModel } from "../oracle/shipped-model.ts";
import { diagnose, load } from "./load.ts";
import { printThread } from "./print-code.ts";

const model = shippedModel("sc");

const DECLARED = `
#define PAGE 4096
struct header { u32 len; u32 off; };
struct ring {
	const u64 mask;
	struct header first;
	unsigned long pos __aligned(PAGE);
	char data[32] __aligned(PAGE) __words(u32) __mapped_twice;
};
struct map { int id; };
struct ring_map { u64 before; struct map map; struct ring *ring; };
struct ring ring = { .mask = 31 };
struct ring_map ring_map = { .map = { .id = 9 }, .ring = &ring };
union both { struct { u32 low; u32 high; } halves; u32 words[2]; } both;
long result; void *kept;
`;

/** What the only process leaves in \`result\`. */
function resultOf(body: string): string {
	const verdict = check(load(`C t\n${DECLARED}\n{ }\nP0() { ${body} }\nlocations [result]\n`), model, {
		unroll: 4,
	});
	return verdict.states.join(" | ").replaceAll("result=", "");
}

/** Whether some execution does what C gives no meaning. */
function isUndefined(body: string): boolean {
	const program = load(`C t\n${DECLARED}\n{ }\nP0() { ${body} }\n`);
	const verdict = check({ ...program, properties: [{ kind: "undefined", name: "undefined" }] }, model, {
		unroll: 4,
	});
	return verdict.properties[0].happens;
}

describe("memory that is mapped twice", () => {
	test.each([
		["*(u32 *)(ring.data + 32) = 5; result = *(u32 *)ring.data;", "5"],
		["*(u32 *)(ring.data + 4) = 6; result = *(u32 *)(ring.data + 36);", "6"],
		[
			"struct header *h = (void *)ring.data + 28; h->len = 1; h->off = 2; result = *(u32 *)(ring.data + 28) * 10 + *(u32 *)ring.data;",
			"12",
		],
		[
			"unsigned long at = 60; u32 *p = (void *)ring.data + (at & ring.mask); *p = 3; result = (void *)p - (void *)ring.data;",
			"28",
		],
		["result = sizeof(ring.data) + offsetof(struct ring, data);", String(8192 + 32)],
	])("%s", (body, expected) => expect(resultOf(body)).toBe(expected));

	test.each([
		["*(u32 *)(ring.data + 60) = 1;", false],
		["*(u32 *)(ring.data + 64) = 1;", true],
		["*(u32 *)(ring.data - 4) = 1;", true],
		["*(u64 *)ring.data = 1;", true],
		["*(u32 *)(ring.data + 2) = 1;", true],
		["kept = ring.data; u32 *p = kept; *(p + 3) = 1;", false],
	])("%s: undefined is %s", (body, expected) => expect(isUndefined(body)).toBe(expected));

	test("a question names each location once", () => {
		const program = load(`C t\n${DECLARED}\n{ }\nP0() { }\nlocations [ring]\n`);
		const labels = program.observed.map(({ label }) => label).filter((label) => label.includes("data"));
		expect(labels).toEqual(Array.from({ length: 8 }, (_, i) => `ring.data[${i}]`));
	});
});

describe("from a part to the whole", () => {
	test.each([
		[
			"struct map *m = &ring_map.map; struct ring_map *r = container_of(m, struct ring_map, map); result = r->ring == &ring;",
			"1",
		],
		[
			"kept = &ring_map.map; struct map *m = kept; result = container_of(m, struct ring_map, map)->map.id;",
			"9",
		],
		[
			"struct header *h = (void *)ring.data + 8; result = ((unsigned long)(void *)h & ~(PAGE - 1UL)) == (unsigned long)ring.data;",
			"1",
		],
		[
			"kept = (void *)ring.data + 8; unsigned long a = (unsigned long)kept; struct ring *r = (void *)((a & ~4095UL) - 2 * 4096UL); result = r->mask;",
			"31",
		],
		["kept = (void *)ring.data + 8; result = (unsigned long)(kept - (void *)&ring) >> 12;", "2"],
		["result = ((unsigned long)ring.data + 44) & 31;", "12"],
		["char *p = ring.data; p += 8; p -= 4; result = p - ring.data;", "4"],
		["u32 *a = (u32 *)ring.data, *b = a + 5; result = (b - a) * 10 + (b > a);", "51"],
		["int *p = NULL; result = !p * 10 + (p == NULL);", "11"],
		["int *p = (int *)&result; result = (p != NULL) + !!p;", "2"],
		["bool b = &ring; result = b;", "1"],
	])("%s", (body, expected) => expect(resultOf(body)).toBe(expected));
});

describe("unions", () => {
	test.each([
		["both.words[1] = 4; result = both.halves.high;", "4"],
		["both.halves.low = 3; union both *u = &both; result = u->words[0] + sizeof(union both);", "11"],
	])("%s", (body, expected) => expect(resultOf(body)).toBe(expected));
});

describe("what has no meaning is refused where it stands", () => {
	test.each([
		["result = *kept;", "litmus-void-pointer at kept"],
		["result = ring;", "litmus-whole-structure at ring"],
		["ring.mask = 1;", "litmus-constant-written at ring.mask = 1"],
		["result = container_of(&ring_map.map, struct ring_map, mop)->map.id;", "litmus-unknown-member at mop"],
		["result = offsetof(struct map, ring);", "litmus-unknown-member at ring"],
		["result = sizeof(struct nothing);", "litmus-incomplete-type at sizeof(struct nothing)"],
		["int a; kept = &a;", "litmus-address-of-local at &a"],
	])("%s", (body, expected) => {
		const [first] = diagnose(`C t\n${DECLARED}\n{ }\nP0() { ${body} }\n`);
		expect(`${first?.code} at ${first?.span?.file.text.slice(first.span.start, first.span.end)}`).toBe(
			expected,
		);
		expect(first?.severity).toBe("error");
	});
});

describe("long is as wide as it is told", () => {
	const TEXT = `C t
unsigned long pos = -8; long delta; u64 wide; void *p = &pos;
{ }
P0() { pos += 16; delta = -1; wide = 1UL << 7 | sizeof(long); delta = (long)(pos < 16) + (1L << 7 < 0) * 2; }
locations [pos; delta; wide]
`;
	const statesFor = (text: string, longBits?: 8 | 16 | 32): readonly string[] => {
		const result = loadProgram({ path: "t", text }, longBits === undefined ? {} : { longBits });
		if (!result.ok) throw new Error(result.diagnostics[0].message);
		return check(result.value, model, { unroll: 1 }).states;
	};

	test.each([
		[8, "delta=3; pos=8; wide=129"],
		[16, "delta=1; pos=8; wide=130"],
		[32, "delta=1; pos=8; wide=132"],
		[undefined, "delta=1; pos=8; wide=136"],
	] as const)("%s bits", (bits, expected) => {
		expect(statesFor(TEXT, bits)).toEqual([expected]);
	});

	test("and arithmetic wraps around there, before it is compared with what is wider", () => {
		const text = `C t
unsigned long head = 8, tail = 248; u64 mask = 31; int room, order, far, other; long delta; u8 eight = 248;
{ }
P0() {
	room = head - tail <= mask; order = head < tail; far = (long)(head - tail) > 0; delta = head - tail;
	other = 8 - eight;
}
locations [room; order; far; delta; other]
`;
		expect(statesFor(text, 8)).toEqual(["delta=16; far=1; order=1; other=-240; room=1"]);
		expect(statesFor(text, 16)).toEqual(["delta=-240; far=0; order=1; other=-240; room=0"]);
	});

	test.each([
		["sizeof(1L + 1U)", 1],
		["sizeof(1L + (u8)1)", 1],
		["sizeof(1L + 1LL)", 8],
		["sizeof(1 ? (u8)1 : 1UL)", 1],
		["-1L < 1U", 1],
		["-1L < 1UL", 0],
		["-1L < 1ULL", 0],
		["-1 < 1UL", 0],
		["-1LL < 1UL", 0],
		["-1LL < 1L", 1],
		["200L < 0", 1],
	])("%s is %i where long has 8 bits, as it would be in 64 but for what wraps", (expression, expected) => {
		expect(statesFor(`C t\nint r;\n{ }\nP0() { r = ${expression}; }\nlocations [r]\n`, 8)).toEqual([
			`r=${expected}`,
		]);
	});

	test("by the test's own parameter, too", () => {
		expect(statesFor(TEXT.replace("C t\n", "C t\n#parameter BITS_PER_LONG = 8\n"))).toEqual([
			"delta=3; pos=8; wide=129",
		]);
		const [first] = diagnose(TEXT.replace("C t\n", "C t\n#parameter BITS_PER_LONG = 12\n"));
		expect(first.code).toBe("litmus-long-bits");
	});

	test("addresses go through it all the same", () => {
		const text =
			"C t\nint x; long result;\n{ }\nP0() { unsigned long a = (unsigned long)&x; *(int *)a = 5; }\nlocations [x]";
		expect(statesFor(text, 8)).toEqual(["x=5"]);
	});
});

describe("variables of which each thread has its own", () => {
	test("keep their value from call to call, and apart", () => {
		const program = load(`C t
static __thread int count = 3; int a, b; static int next(void) { return ++count; }
{ } P0() { next(); a = next(); } P1() { b = next(); } locations [a; b]`);
		expect(check(program, model, { unroll: 1 }).states).toEqual(["a=5; b=4"]);
		expect(printThread(program, 1).filter((line) => line.includes("load"))).toEqual([]);
	});

	test("are hidden by locals, and conditions do not share them", () => {
		const program = load(`C t
static __thread int n; int a;
{ } P0() { n = 1; { int n = 7; n++; } a = n; } exists (a=1)`);
		expect(check(program, model, { unroll: 1 })).toMatchObject({ positive: 1, negative: 0 });
	});

	test.each([
		["static __thread struct { int a; } s;", "litmus-local-type at s"],
		["static __thread int a[2];", "litmus-local-type at a[2]"],
		["static __thread int a; int a;", "litmus-duplicate-declaration at a"],
		["static __thread int a = {1};", "litmus-scalar-list at {1}"],
	])("%s", (declarations, expected) => {
		const [first] = diagnose(`C t\n${declarations}\n{ }\nP0() { }\n`);
		expect(`${first?.code} at ${first?.span?.file.text.slice(first.span.start, first.span.end)}`).toBe(
			expected,
		);
	});
});
