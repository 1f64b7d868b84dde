import type { Edit } from "./configuration.ts";

/** One token of a source changed, to see whether the properties notice. */
export interface Mutant {
	readonly name: string;
	/** The variant that is put to its workloads. */
	readonly variant: string;
	readonly edit: Edit;
	/** Why nothing can come of it, where it is harmless. */
	readonly harmless?: string;
}

function mutant(variant: string, file: string) {
	return (name: string, from: string, to: string, harmless?: string): Mutant => ({
		name,
		variant,
		edit: { file, from, to },
		...(harmless !== undefined && { harmless }),
	});
}

const reserve = mutant("v6.10", "v6.10.c");
const commit = mutant("v6.10", "commit.h");
const consumer = mutant("v6.10", "libbpf-consumer.c");
const avail = mutant("v6.10", "avail.h");
const wakeup = mutant("v6.10", "record.h");
const overwriting = mutant("overwrite", "overwrite.c");
const user = mutant("user-v4", "user-ringbuf-producer.c");
const drain = mutant("user-v4", "user-ringbuf-drain.c");

/** The mutants of the kernel's producer. */
const RESERVE: readonly Mutant[] = [
	reserve(
		"consumer_pos read without acquire",
		"cons_pos = smp_load_acquire(&rb->consumer_pos)",
		"cons_pos = READ_ONCE(rb->consumer_pos)",
	),
	reserve("no lock", "\t\traw_spin_lock_irqsave(&rb->spinlock, flags);", "\t\tbarrier();"),
	reserve(
		"offset without mask",
		"hdr = (void *)rb->data + (prod_pos & rb->mask)",
		"hdr = (void *)rb->data + (prod_pos)",
	),
	reserve(
		"room compared by >=",
		"new_prod_pos - cons_pos > rb->mask",
		"new_prod_pos - cons_pos >= rb->mask",
		"positions are multiples of 8, and the mask is one less than a multiple: they are never equal",
	),
	reserve("consumer_pos not respected", "new_prod_pos - cons_pos > rb->mask || ", ""),
	reserve("pending_pos not respected", " || new_prod_pos - pend_pos > rb->mask", ""),
	reserve("pending scan goes one too far", "while (pend_pos < prod_pos)", "while (pend_pos <= prod_pos)"),
	reserve(
		"pending scan looks for the wrong flag",
		"hdr_len & BPF_RINGBUF_BUSY_BIT",
		"hdr_len & BPF_RINGBUF_DISCARD_BIT",
	),
	reserve("pending_pos not kept", "rb->pending_pos = pend_pos;", ";"),
	reserve("pending scan reads plainly", "hdr_len = READ_ONCE(hdr->len)", "hdr_len = hdr->len"),
	reserve("header not BUSY", "hdr->len = size | BPF_RINGBUF_BUSY_BIT", "hdr->len = size"),
	reserve("header says nothing of the ring", "hdr->pg_off = pg_off", "hdr->pg_off = 0"),
	reserve(
		"producer_pos without release",
		"smp_store_release(&rb->producer_pos, new_prod_pos)",
		"WRITE_ONCE(rb->producer_pos, new_prod_pos)",
	),
	reserve(
		"producer_pos plain",
		"smp_store_release(&rb->producer_pos, new_prod_pos)",
		"rb->producer_pos = new_prod_pos",
	),
	reserve("payload begins at the header", "return (void *)hdr + BPF_RINGBUF_HDR_SZ", "return (void *)hdr"),
	reserve("header not counted", "new_prod_pos = prod_pos + len", "new_prod_pos = prod_pos + size"),
	reserve("waits in an NMI", "if (in_nmi())", "if (0)"),
	reserve(
		"a failed reservation keeps the lock",
		"\t\traw_spin_unlock_irqrestore(&rb->spinlock, flags);\n\t\treturn NULL;",
		"\t\treturn NULL;",
	),
];

const COMMIT: readonly Mutant[] = [
	commit("commit by WRITE_ONCE", "xchg(&hdr->len, new_len)", "WRITE_ONCE(hdr->len, new_len)"),
	commit("commit by release", "xchg(&hdr->len, new_len)", "smp_store_release(&hdr->len, new_len)"),
	commit("commit by xchg_relaxed", "xchg(&hdr->len, new_len)", "xchg_relaxed(&hdr->len, new_len)"),
	commit("commit by xchg_acquire", "xchg(&hdr->len, new_len)", "xchg_acquire(&hdr->len, new_len)"),
	commit("commit by xchg_release", "xchg(&hdr->len, new_len)", "xchg_release(&hdr->len, new_len)"),
	commit("BUSY stays", "hdr->len ^ BPF_RINGBUF_BUSY_BIT", "hdr->len | BPF_RINGBUF_BUSY_BIT"),
	commit("discard not marked", "new_len |= BPF_RINGBUF_DISCARD_BIT", "new_len |= 0"),
	commit(
		"consumer_pos read without acquire",
		"smp_load_acquire(&rb->consumer_pos)",
		"READ_ONCE(rb->consumer_pos)",
		"only a comparison follows, and the exchange before it is a full barrier",
	),
	commit(
		"consumer_pos without mask",
		"smp_load_acquire(&rb->consumer_pos) & rb->mask",
		"smp_load_acquire(&rb->consumer_pos)",
	),
	commit("wakes whoever is elsewhere", "cons_pos == rec_pos", "cons_pos != rec_pos"),
	commit("NO_WAKEUP turned round", "!(flags & BPF_RB_NO_WAKEUP)", "(flags & BPF_RB_NO_WAKEUP)"),
	commit("FORCE_WAKEUP ignored", "if (flags & BPF_RB_FORCE_WAKEUP)", "if (flags & 0)"),
	wakeup(
		"wake-up without release",
		"atomic_fetch_inc_release(&wakeups)",
		"atomic_fetch_inc_relaxed(&wakeups)",
		"the exchange of the header before it is a full barrier",
	),
];

const CONSUMER: readonly Mutant[] = [
	consumer("header read without acquire", "smp_load_acquire(len_ptr)", "READ_ONCE(*len_ptr)"),
	consumer(
		"producer_pos read without acquire",
		"smp_load_acquire(r->producer_pos)",
		"READ_ONCE(*r->producer_pos)",
	),
	consumer(
		"its own position read without acquire",
		"smp_load_acquire(r->consumer_pos)",
		"READ_ONCE(*r->consumer_pos)",
		"nobody else writes consumer_pos",
	),
	consumer(
		"consumer_pos without release",
		"over the record. */\n\t\t\tsmp_store_release(r->consumer_pos, cons_pos)",
		"over the record. */\n\t\t\tWRITE_ONCE(*r->consumer_pos, cons_pos)",
	),
	consumer("BUSY not tested", "if (len & BPF_RINGBUF_BUSY_BIT)", "if (len & 0)"),
	consumer("DISCARD not tested", "(len & BPF_RINGBUF_DISCARD_BIT) == 0", "(len & 0) == 0"),
	consumer("size not rounded up", "return (len + 7) / 8 * 8", "return (len + 0) / 8 * 8"),
	consumer("flags left in the size", "\tlen <<= 2;\n", "\tlen <<= 1;\n"),
	consumer("offset without mask", "r->data + (cons_pos & r->mask)", "r->data + (cons_pos)"),
	consumer("header not counted", "len += BPF_RINGBUF_HDR_SZ", "len += 0"),
	consumer("one record too many", "while (cons_pos < prod_pos)", "while (cons_pos <= prod_pos)"),
	avail(
		"producer_pos before consumer_pos",
		"	cons_pos = smp_load_acquire(&rb->consumer_pos);\n	prod_pos = smp_load_acquire(&rb->producer_pos);",
		"	prod_pos = smp_load_acquire(&rb->producer_pos);\n	cons_pos = smp_load_acquire(&rb->consumer_pos);",
	),
	avail(
		"consumer_pos read without acquire",
		"smp_load_acquire(&rb->consumer_pos)",
		"READ_ONCE(rb->consumer_pos)",
	),
];

const OVERWRITE: readonly Mutant[] = [
	overwriting(
		"overwrite_pos plain",
		"WRITE_ONCE(rb->overwrite_pos, over_pos)",
		"rb->overwrite_pos = over_pos",
	),
	overwriting("overwrites by words", "over_pos += bpf_ringbuf_round_up_hdr_len(hdr_len)", "over_pos += 8"),
	overwriting(
		"overwrites too little",
		"while (new_prod_pos - over_pos > rb->mask)",
		"if (new_prod_pos - over_pos > 2 * rb->mask)",
	),
	overwriting(
		"pending_pos not respected",
		"if (new_prod_pos - pend_pos > rb->mask)",
		"if (new_prod_pos - pend_pos > 2 * rb->mask)",
	),
	overwriting(
		"producer_pos without release",
		"smp_store_release(&rb->producer_pos, new_prod_pos)",
		"WRITE_ONCE(rb->producer_pos, new_prod_pos)",
	),
];

const USER: readonly Mutant[] = [
	user("commit without order", "__ATOMIC_ACQ_REL", "__ATOMIC_RELAXED"),
	user(
		"producer_pos without release",
		"smp_store_release(rb->producer_pos, prod_pos + total_size)",
		"WRITE_ONCE(*rb->producer_pos, prod_pos + total_size)",
	),
	user(
		"consumer_pos read without acquire",
		"smp_load_acquire(rb->consumer_pos)",
		"READ_ONCE(*rb->consumer_pos)",
	),
	user("room not checked", "if (avail_size < total_size)", "if (avail_size < 0)"),
	user("header not BUSY", "hdr->len = size | BPF_RINGBUF_BUSY_BIT", "hdr->len = size"),
	drain("busy bit cleared without release", "atomic_set_release(&rb->busy, 0)", "atomic_set(&rb->busy, 0)"),
	drain("header read without acquire", "smp_load_acquire(hdr)", "READ_ONCE(*hdr)"),
	drain(
		"producer_pos read without acquire",
		"smp_load_acquire(&rb->producer_pos)",
		"READ_ONCE(rb->producer_pos)",
	),
	drain("sample's end not checked", "if (total_len > prod_pos - cons_pos)", "if (0 > prod_pos - cons_pos)"),
	drain(
		"BUSY not tested",
		"if (flags & BPF_RINGBUF_BUSY_BIT)\n\t\treturn -ENODATA",
		"if (flags & 0)\n\t\treturn -ENODATA",
	),
	drain("DISCARD not tested", "if (flags & BPF_RINGBUF_DISCARD_BIT)", "if (flags & 0)"),
	drain(
		"space given back without release",
		"smp_store_release(&rb->consumer_pos, consumer_pos + rounded_size)",
		"WRITE_ONCE(rb->consumer_pos, consumer_pos + rounded_size)",
	),
	drain("anyone drains", "atomic_cmpxchg(&rb->busy, 0, 1) != 0", "atomic_cmpxchg(&rb->busy, 0, 1) > 1"),
	drain(
		"busy bit taken by acquire alone",
		"atomic_cmpxchg(&rb->busy, 0, 1)",
		"atomic_cmpxchg_acquire(&rb->busy, 0, 1)",
		"what comes after must not come before it, and nothing before it matters",
	),
];

/** All mutants. */
export const MUTANTS: readonly Mutant[] = [...RESERVE, ...COMMIT, ...CONSUMER, ...OVERWRITE, ...USER];
