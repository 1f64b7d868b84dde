import type { Edit } from "./configuration.ts";

const edit = (file: string, from: string, to: string): Edit => ({ file, from, to });

/** The header is committed by a marked store. */
export const COMMIT_ONCE = edit("commit.h", "xchg(&hdr->len, new_len)", "WRITE_ONCE(hdr->len, new_len)");

/** The header is committed by a release. */
export const COMMIT_RELEASE = edit(
	"commit.h",
	"xchg(&hdr->len, new_len)",
	"smp_store_release(&hdr->len, new_len)",
);

/** The header is committed by a release, and a full barrier follows. */
export const COMMIT_RELEASE_MB = edit(
	"commit.h",
	"xchg(&hdr->len, new_len);",
	"smp_store_release(&hdr->len, new_len);\n\tsmp_mb();",
);

/** libbpf stores consumer_pos by a marked store. */
export const CONSUMER_POS_ONCE = edit(
	"libbpf-consumer.c",
	"over the record. */\n\t\t\tsmp_store_release(r->consumer_pos, cons_pos)",
	"over the record. */\n\t\t\tWRITE_ONCE(*r->consumer_pos, cons_pos)",
);

/** libbpf has a full barrier after it has stored consumer_pos. */
export const CONSUMER_MB = edit(
	"libbpf-consumer.c",
	"over the record. */\n\t\t\tsmp_store_release(r->consumer_pos, cons_pos);",
	"over the record. */\n\t\t\tsmp_store_release(r->consumer_pos, cons_pos);\n\t\t\tsmp_mb();",
);

/** libbpf reads the header by a marked load. */
export const HEADER_ONCE = edit("libbpf-consumer.c", "smp_load_acquire(len_ptr)", "READ_ONCE(*len_ptr)");

/** libbpf reads producer_pos by a marked load. */
export const PRODUCER_POS_READ_ONCE = edit(
	"libbpf-consumer.c",
	"smp_load_acquire(r->producer_pos)",
	"READ_ONCE(*r->producer_pos)",
);

/** A write barrier stands before the release of producer_pos. */
export const WRITE_BARRIER = edit(
	"v6.10.c",
	"smp_store_release(&rb->producer_pos",
	"smp_wmb();\n\tsmp_store_release(&rb->producer_pos",
);

/** The available size reads producer_pos before consumer_pos. */
export const AVAIL_PRODUCER_FIRST = edit(
	"avail.h",
	"	cons_pos = smp_load_acquire(&rb->consumer_pos);\n	prod_pos = smp_load_acquire(&rb->producer_pos);",
	"	prod_pos = smp_load_acquire(&rb->producer_pos);\n	cons_pos = smp_load_acquire(&rb->consumer_pos);",
);

/** The user ring's busy bit is cleared as at first: the barrier that is meant for atomics that return nothing. */
export const BUSY_CLEARED_BY_SET = edit(
	"user-ringbuf-drain.c",
	"atomic_set_release(&rb->busy, 0)",
	"smp_mb__before_atomic();\n\tatomic_set(&rb->busy, 0)",
);

/** pending_pos is compared with producer_pos by their difference. */
export const PENDING_DIFFERENCE = edit(
	"v6.10.c",
	"while (pend_pos < prod_pos)",
	"while ((long)(pend_pos - prod_pos) < 0)",
);

/** libbpf compares its position with producer_pos by their difference. */
export const CONSUMER_DIFFERENCE = edit(
	"libbpf-consumer.c",
	"while (cons_pos < prod_pos)",
	"while ((long)(cons_pos - prod_pos) < 0)",
);

/**
 * The overwriting producer's two scans look at one record at most, which is all that there is where two producers
 * reserve one record each: the search does not have to ask how far a scan could go.
 */
export const SCANS_OF_ONE: readonly Edit[] = [
	edit(
		"overwrite.c",
		"while (pend_pos < prod_pos)",
		"for (int scanned = 0; scanned < 1 && pend_pos < prod_pos; scanned++)",
	),
	edit(
		"overwrite.c",
		"while (new_prod_pos - over_pos > rb->mask)",
		"for (int passed = 0; passed < 1 && new_prod_pos - over_pos > rb->mask; passed++)",
	),
];
