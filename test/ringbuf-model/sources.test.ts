import { describe, expect, test } from "vitest";
import { check } from "../../src/checker/check.ts";
import { loadProgram } from "../../src/litmus/load-program.ts";
import { SOURCES } from "../../src/ringbuf-model/sources.ts";
import { formatDiagnostic } from "../../src/source/format-diagnostic.ts";
import { shippedModel } from "../oracle/shipped-model.ts";

const model = shippedModel("sc");

/** What one thread leaves in `r[]` after it has used a ring of 64 bytes all by itself; 0 is printed as `.`. */
function results(files: readonly string[], body: string, parameters = "#parameter ring_size = 64"): string {
	const includes = files.map((file) => `#include "${file}"`).join("\n");
	const text = `C t\n${parameters}\n${includes}\nlong r[8];\n{ }\nP0() {\n${body}\n}\nlocations [r]\n`;
	const loaded = loadProgram({ path: "t", text }, {}, { readInclude: (name) => SOURCES.get(name) });
	if (!loaded.ok) throw new Error(loaded.diagnostics.map(formatDiagnostic).join("\n"));
	expect(loaded.warnings).toEqual([]);
	const { states } = check(loaded.value, model, { unroll: 8 });
	expect(states).toHaveLength(1);
	return [...states[0].matchAll(/r\[\d\]=(-?\d+)/g)]
		.map(([, value]) => (value === "0" ? "." : value))
		.join(" ");
}

const RESERVE = (size: number): string => `(u32 *)bpf_ringbuf_reserve(&ringbuf_map.map, ${size}, 0)`;
const CONSUMER = ["producer.h", "libbpf-consumer.c"];

describe.each(["v5.8.c", "v6.15.c"])("the kernel's ring of %s", (file) => {
	test("reserves, commits and is drained", () => {
		const body = `
	u32 *first = ${RESERVE(20)}, *second = ${RESERVE(8)};
	r[0] = (void *)first - (void *)ringbuf.data; r[1] = (void *)second - (void *)ringbuf.data;
	r[2] = ringbuf.producer_pos; r[3] = *(first - 2) == (20 | BPF_RINGBUF_BUSY_BIT);
	bpf_ringbuf_submit(second, 0);
	r[4] = ring_buffer__consume(&ring);
	bpf_ringbuf_discard(first, 0);
	r[5] = *(first - 2) == (20 | BPF_RINGBUF_DISCARD_BIT);
	r[6] = ring_buffer__consume(&ring); r[7] = ringbuf.consumer_pos;`;
		// 20 bytes take 32, and 8 take 16. What comes after a record that is still written waits; what is discarded is no sample.
		expect(results([file, ...CONSUMER], body)).toBe("8 40 48 1 . 1 1 48");
	});

	test("is full, has room again, and goes over its end in one piece", () => {
		const body = `
	u32 *a = ${RESERVE(40)}, *b = ${RESERVE(16)}; r[0] = b == NULL; r[1] = ringbuf.producer_pos;
	bpf_ringbuf_submit(a, 0); r[2] = ring_buffer__consume(&ring);
	b = ${RESERVE(16)}; r[3] = (void *)b - (void *)ringbuf.data; b[2] = 7; r[4] = *(u32 *)ringbuf.data;
	bpf_ringbuf_submit(b, BPF_RB_NO_WAKEUP); r[5] = ring_buffer__consume_n(&ring, 1); r[6] = ringbuf.consumer_pos;
	r[7] = atomic_read(&wakeups);`;
		expect(results([file, ...CONSUMER], body)).toBe("1 48 1 56 7 1 72 1");
	});

	test("answers as its helpers do", () => {
		const body = `
	struct bpf_map *map = &ringbuf_map.map;
	r[0] = (long)bpf_ringbuf_output(map, 8, 8); r[1] = (long)bpf_ringbuf_output(map, 56, 0);
	r[2] = (long)bpf_ringbuf_output(map, 8, 0); r[3] = bpf_ringbuf_reserve(map, 8, 1);
	r[4] = bpf_ringbuf_query(map, BPF_RB_AVAIL_DATA); r[5] = bpf_ringbuf_query(map, BPF_RB_RING_SIZE);
	r[6] = bpf_ringbuf_query(map, BPF_RB_PROD_POS); r[7] = bpf_ringbuf_query(map, 77);`;
		// Unknown flags, no room for all 64 bytes (a ring is never full to the last byte), then one of 16 bytes.
		expect(results([file, ...CONSUMER], body)).toBe("-22 -11 . . 16 64 16 .");
	});
});

test("a ring that overwrites drops whole records, the oldest first", () => {
	const body = `
	struct bpf_map *map = &ringbuf_map.map;
	for (int i = 0; i < 3; i++) bpf_ringbuf_output(map, 8, 0);
	r[0] = ringbuf.overwrite_pos; r[1] = bpf_ringbuf_query(map, BPF_RB_AVAIL_DATA);
	bpf_ringbuf_output(map, 16, 0); r[2] = ringbuf.overwrite_pos; r[3] = ringbuf.producer_pos;
	r[4] = bpf_ringbuf_query(map, BPF_RB_AVAIL_DATA);
	u32 *held = ${RESERVE(8)}; r[5] = ringbuf.overwrite_pos;
	bpf_ringbuf_output(map, 32, 0); r[6] = ringbuf.overwrite_pos; r[7] = ${RESERVE(16)} == NULL;`;
	expect(results(["overwrite.c", "producer.h"], body)).toBe(". 48 16 72 56 32 72 1");
});

describe("the user ring", () => {
	const USER = ["user-ring.c"];

	test("takes samples, and the kernel drains them", () => {
		const body = `
	u32 *a = user_ring_buffer__reserve(&user_ring, 12), *b = user_ring_buffer__reserve(&user_ring, 8);
	r[0] = (void *)b - (void *)a; r[1] = *(a - 2) == (12 | BPF_RINGBUF_BUSY_BIT);
	r[2] = bpf_user_ringbuf_drain(&ringbuf, 0);
	user_ring_buffer__discard(&user_ring, a); user_ring_buffer__submit(&user_ring, b);
	r[3] = bpf_user_ringbuf_drain(&ringbuf, 0); r[4] = ringbuf.consumer_pos; r[5] = atomic_read(&ringbuf.busy);
	r[6] = atomic_read(&wakeups); r[7] = bpf_user_ringbuf_drain(&ringbuf, 4);`;
		expect(results(USER, body)).toBe("24 1 . 1 40 . 1 -22");
	});

	test("says why there is no room", () => {
		const body = `
	r[0] = user_ring_buffer__reserve(&user_ring, 57) == NULL; r[1] = user_errno;
	u32 *a = user_ring_buffer__reserve(&user_ring, 56); r[2] = a == NULL;
	r[3] = user_ring_buffer__reserve(&user_ring, 8) == NULL; r[4] = user_errno;
	user_ring_buffer__reserve(&user_ring, 1U << 31); r[5] = user_errno;
	r[6] = user_ring_buffer__reserve_blocking(&user_ring, 8, -2) == NULL; r[7] = user_errno;`;
		expect(results(USER, body)).toBe("1 7 . 1 28 7 1 22");
	});

	test("believes nothing that user space says", () => {
		const body = `
	struct bpf_ringbuf_hdr *hdr = (void *)ringbuf.data;
	ringbuf.producer_pos = 12; r[0] = bpf_user_ringbuf_drain(&ringbuf, 0);
	ringbuf.producer_pos = 16; hdr->len = 16; r[1] = bpf_user_ringbuf_drain(&ringbuf, 0);
	ringbuf.producer_pos = 1024; hdr->len = 512; r[2] = bpf_user_ringbuf_drain(&ringbuf, 0);
	hdr->len = 8 | BPF_RINGBUF_BUSY_BIT; r[3] = bpf_user_ringbuf_drain(&ringbuf, 0); r[4] = ringbuf.consumer_pos;
	atomic_set(&ringbuf.busy, 1); r[5] = bpf_user_ringbuf_drain(&ringbuf, 0);`;
		expect(results(USER, body)).toBe("-22 -22 -7 . . -16 . .");
	});
});
