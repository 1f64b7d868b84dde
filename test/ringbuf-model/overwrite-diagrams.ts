import type { Program } from "../../src/execution/program.ts";
import { loadProgram } from "../../src/litmus/load-program.ts";
import { SOURCES } from "../../src/ringbuf-model/sources.ts";

/**
 * The steps by which overwriting was explained when it was proposed: sizes are those of whole records, header
 * included. pending_pos is brought up to date by the next reservation only, so one that cannot succeed, of the
 * whole ring, comes before each look; it must leave everything else as it was.
 */
export const HEADERS = { A: 0, B: 512, C: 1536, D: 3584 } as const;

const DRIVER = `
static void look(int step)
{
	unsigned long prod, over, pend, cons;

	assert(!bpf_ringbuf_reserve(&ringbuf_map.map, ring_size - BPF_RINGBUF_HDR_SZ, 0));
	prod = ringbuf.producer_pos;
	over = ringbuf.overwrite_pos;
	pend = ringbuf.pending_pos;
	cons = ringbuf.consumer_pos;
	trace_looked(step, prod, over, pend, cons, header_at(${HEADERS.A}), header_at(${HEADERS.B}),
		     header_at(${HEADERS.C}), header_at(${HEADERS.D}));
}

{ }

P0()
{
	void *a, *b, *c, *d, *e;

	look(1);
	a = reserve(512);
	look(2);
	b = reserve(1024);
	look(3);
	c = reserve(2048);
	look(4);
	bpf_ringbuf_submit(a, 0);
	look(5);
	bpf_ringbuf_submit(b, 0);
	look(6);
	d = reserve(1536);
	look(7);
	e = reserve(1024);
	assert(!e);
	look(8);
	bpf_ringbuf_submit(c, 0);
	bpf_ringbuf_submit(d, 0);
	look(9);
}
`;

const HELPERS = `
static u32 header_at(unsigned long offset)
{
	struct bpf_ringbuf_hdr *hdr = (void *)ringbuf.data + offset;

	return hdr->len;
}

static void *reserve(u64 size)
{
	return (void *)bpf_ringbuf_reserve(&ringbuf_map.map, size - BPF_RINGBUF_HDR_SZ, 0);
}
`;

/** The steps as a program that goes them with a variant's source, and notes what it sees after each as `looked`. */
export function loadDiagrams(file: string): Program {
	const text = `C diagrams\n#parameter ring_size = 4096\n#include "${file}"\n${HELPERS}${DRIVER}`;
	const loaded = loadProgram({ path: "diagrams", text }, {}, { readInclude: (name) => SOURCES.get(name) });
	if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join("; "));
	return loaded.value;
}

/** After each step: producer_pos, overwrite_pos, pending_pos, and which records are marked BUSY, or done. */
export const STEPS: readonly (readonly [
	step: number,
	prod: number,
	over: number,
	pend: number,
	busy: string,
	done: string,
])[] = [
	[1, 0, 0, 0, "", ""],
	[2, 512, 0, 0, "A", ""],
	[3, 1536, 0, 0, "AB", ""],
	[4, 3584, 0, 0, "ABC", ""],
	[5, 3584, 0, 512, "BC", "A"],
	[6, 3584, 0, 1536, "C", "AB"],
	// D ends within what was B: A's header is D's payload now, which nobody has filled in; B's still stands.
	[7, 5120, 1536, 1536, "CD", "AB"],
	[8, 5120, 1536, 1536, "CD", "AB"],
	[9, 5120, 1536, 5120, "", "ABCD"],
];
